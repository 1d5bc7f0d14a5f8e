/** Imported reference data into its tables: {@link io.billingcenter.writers.reference.ReferenceTables}. */
@NullMarked
package io.billingcenter.writers.reference;

import org.jspecify.annotations.NullMarked;
