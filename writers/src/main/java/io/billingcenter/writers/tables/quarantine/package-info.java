/** Repairs of quarantined records: {@link io.billingcenter.writers.tables.quarantine.RepairStore}. */
@NullMarked
package io.billingcenter.writers.tables.quarantine;

import org.jspecify.annotations.NullMarked;
