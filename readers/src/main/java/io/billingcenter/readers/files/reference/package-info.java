/**
 * Readers of the operator's reference data, with one class for each file. The entry point is
 * {@link io.billingcenter.readers.files.reference.ReferenceFolder};
 * {@link io.billingcenter.readers.tables.reference.ReferenceTableReader} reads the data of the last import.
 */
@NullMarked
package io.billingcenter.readers.files.reference;

import org.jspecify.annotations.NullMarked;
