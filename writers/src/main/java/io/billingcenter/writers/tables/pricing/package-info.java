/** Price books into the tables of what was used: {@link io.billingcenter.writers.tables.pricing.PriceBookTables}. */
@NullMarked
package io.billingcenter.writers.tables.pricing;

import org.jspecify.annotations.NullMarked;
