/**
 * Price books, from the operator's folder ({@link io.billingcenter.readers.pricing.PriceBookFolder}) and as they were used
 * ({@link io.billingcenter.readers.pricing.PriceBookTableReader}).
 */
@NullMarked
package io.billingcenter.readers.pricing;

import org.jspecify.annotations.NullMarked;
