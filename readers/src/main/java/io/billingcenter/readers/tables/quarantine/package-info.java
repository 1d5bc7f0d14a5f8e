/**
 * Bad records on their way out to be mended and back: {@link io.billingcenter.readers.tables.quarantine.QuarantinedRecordReader}, {@link
 * io.billingcenter.readers.files.quarantine.RepairedFileReader}, {@link io.billingcenter.readers.files.quarantine.RepairChecks}.
 */
@NullMarked
package io.billingcenter.readers.tables.quarantine;

import org.jspecify.annotations.NullMarked;
