/** Proof in tables: {@link io.billingcenter.writers.tables.reconciliation.ControlTotals} belongs into the transaction of what it counts. */
@NullMarked
package io.billingcenter.writers.tables.reconciliation;

import org.jspecify.annotations.NullMarked;
