/**
 * The settings that an operator may change, as one record: {@link io.billingcenter.config.BillingSettings}. The values
 * and their explanations are in {@code config/application.yml}.
 */
@NullMarked
package io.billingcenter.config;

import org.jspecify.annotations.NullMarked;
