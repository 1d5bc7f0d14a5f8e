/** Results of settlement: start with {@link io.billingcenter.writers.tables.settlement.AccountResultWriter}. */
@NullMarked
package io.billingcenter.writers.tables.settlement;

import org.jspecify.annotations.NullMarked;
