/**
 * Rows of the delivered files: start with {@link io.billingcenter.readers.tables.delivery.DeliveredRows}, which reads
 * committed rows in the order of each file.
 */
@NullMarked
package io.billingcenter.readers.tables.delivery;

import org.jspecify.annotations.NullMarked;
