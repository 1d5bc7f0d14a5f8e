/**
 * Prices and rating (billing rules 2). {@link io.billingcenter.domain.pricing.PriceBooks} has the list prices, and
 * {@link io.billingcenter.domain.pricing.Rater} calculates the charges.
 */
@NullMarked
package io.billingcenter.domain.pricing;

import org.jspecify.annotations.NullMarked;
