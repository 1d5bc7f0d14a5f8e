/** Imported reference data into its tables: {@link io.billingcenter.writers.tables.reference.ReferenceWriter}. */
@NullMarked
package io.billingcenter.writers.tables.reference;

import org.jspecify.annotations.NullMarked;
