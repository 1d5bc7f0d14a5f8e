/**
 * Reference data, from the operator's folder ({@link io.billingcenter.readers.reference.ReferenceFolder}) and as it was
 * imported ({@link io.billingcenter.readers.reference.ReferenceTableReader}). There is one class for each file.
 */
@NullMarked
package io.billingcenter.readers.reference;

import org.jspecify.annotations.NullMarked;
