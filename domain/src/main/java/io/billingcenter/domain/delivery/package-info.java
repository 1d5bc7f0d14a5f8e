/**
 * Delivered files: {@link io.billingcenter.domain.delivery.DeliveredFile} defines the files and their columns, and
 * {@link io.billingcenter.domain.delivery.DeliveryPeriod} the day or month they cover.
 */
@NullMarked
package io.billingcenter.domain.delivery;

import org.jspecify.annotations.NullMarked;
