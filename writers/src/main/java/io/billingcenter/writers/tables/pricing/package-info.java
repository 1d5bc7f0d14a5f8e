/** Price books into the tables of what was used: {@link io.billingcenter.writers.tables.pricing.PriceBookWriter}. */
@NullMarked
package io.billingcenter.writers.tables.pricing;

import org.jspecify.annotations.NullMarked;
