/** What settlement leaves in the tables: start with {@link io.billingcenter.writers.tables.settlement.AccountResultWriter}. */
@NullMarked
package io.billingcenter.writers.tables.settlement;

import org.jspecify.annotations.NullMarked;
