/**
 * Price books, from the operator's folder ({@link io.billingcenter.readers.files.pricing.PriceBookFolder}) and as they were used
 * ({@link io.billingcenter.readers.tables.pricing.PriceBookTableReader}).
 */
@NullMarked
package io.billingcenter.readers.files.pricing;

import org.jspecify.annotations.NullMarked;
