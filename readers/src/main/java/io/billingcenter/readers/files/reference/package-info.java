/**
 * Reference data, from the operator's folder ({@link io.billingcenter.readers.files.reference.ReferenceFolder}) and as it was
 * imported ({@link io.billingcenter.readers.tables.reference.ReferenceTableReader}). There is one class for each file.
 */
@NullMarked
package io.billingcenter.readers.files.reference;

import org.jspecify.annotations.NullMarked;
