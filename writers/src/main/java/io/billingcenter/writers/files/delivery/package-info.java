/**
 * Writes the delivered files. The entry point is {@link io.billingcenter.writers.files.delivery.PeriodDelivery}, which
 * writes the files of a day or month, checks them, and publishes them as a whole or not at all.
 *
 * <p>A set is a folder {@code <out>/<period>/r<revision>} that ends with an empty {@code .done}; it appears by one
 * rename and is never changed afterwards.
 */
@NullMarked
package io.billingcenter.writers.files.delivery;

import org.jspecify.annotations.NullMarked;
