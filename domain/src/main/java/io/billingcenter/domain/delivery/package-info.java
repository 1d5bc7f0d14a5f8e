/**
 * What finance receives: start with {@link io.billingcenter.domain.delivery.DeliveredFile}, the files and their columns,
 * and {@link io.billingcenter.domain.delivery.DeliveryPeriod}, the day or month that they are for.
 */
@NullMarked
package io.billingcenter.domain.delivery;

import org.jspecify.annotations.NullMarked;
