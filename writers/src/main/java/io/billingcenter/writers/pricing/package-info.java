/** Price books into the tables of what was used: {@link io.billingcenter.writers.pricing.PriceBookTables}. */
@NullMarked
package io.billingcenter.writers.pricing;

import org.jspecify.annotations.NullMarked;
