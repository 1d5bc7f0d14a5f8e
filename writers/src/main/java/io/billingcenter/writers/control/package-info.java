/** Proof in tables: {@link io.billingcenter.writers.control.ControlTotals} belongs into the transaction of what it counts. */
@NullMarked
package io.billingcenter.writers.control;

import org.jspecify.annotations.NullMarked;
