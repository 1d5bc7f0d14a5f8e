/** Bad records on their way out, and mended ones on their way back in: {@link io.billingcenter.writers.tables.quarantine.RepairStore}. */
@NullMarked
package io.billingcenter.writers.tables.quarantine;

import org.jspecify.annotations.NullMarked;
