/**
 * Bad records on their way out to be mended and back: {@link io.billingcenter.readers.quarantine.BadRecordReader}, {@link
 * io.billingcenter.readers.quarantine.MendedFileReader}, {@link io.billingcenter.readers.quarantine.RepairChecks}.
 */
@NullMarked
package io.billingcenter.readers.quarantine;

import org.jspecify.annotations.NullMarked;
