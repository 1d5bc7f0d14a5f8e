/**
 * What usage costs (billing rules 2): start with {@link io.billingcenter.domain.pricing.PriceBooks}; the work is done
 * by {@link io.billingcenter.domain.pricing.Rater}.
 */
@NullMarked
package io.billingcenter.domain.pricing;

import org.jspecify.annotations.NullMarked;
