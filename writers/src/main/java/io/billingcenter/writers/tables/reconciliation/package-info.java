/** Control totals, gates and seals; {@link io.billingcenter.writers.tables.reconciliation.ControlTotals} belongs into the transaction of the rows it counts. */
@NullMarked
package io.billingcenter.writers.tables.reconciliation;

import org.jspecify.annotations.NullMarked;
