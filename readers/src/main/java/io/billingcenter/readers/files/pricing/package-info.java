/**
 * Price books from the operator's folder ({@link io.billingcenter.readers.files.pricing.PriceBookFolder}).
 * {@link io.billingcenter.readers.tables.pricing.PriceBookTableReader} reads the books that were used.
 */
@NullMarked
package io.billingcenter.readers.files.pricing;

import org.jspecify.annotations.NullMarked;
