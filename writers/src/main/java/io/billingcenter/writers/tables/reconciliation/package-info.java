/** Control totals, gates and seals; {@link io.billingcenter.writers.tables.reconciliation.ControlTotals} writes in the transaction of the rows that it counts. */
@NullMarked
package io.billingcenter.writers.tables.reconciliation;

import org.jspecify.annotations.NullMarked;
