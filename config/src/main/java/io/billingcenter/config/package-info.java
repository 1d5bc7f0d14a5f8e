/**
 * What an operator may change, as one record: start with {@link io.billingcenter.config.BillingSettings}. The values and
 * their explanations are in {@code config/application.yml}.
 */
@NullMarked
package io.billingcenter.config;

import org.jspecify.annotations.NullMarked;
