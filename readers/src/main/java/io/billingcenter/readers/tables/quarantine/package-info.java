/**
 * Export and repair of quarantined records: {@link io.billingcenter.readers.tables.quarantine.QuarantinedRecordReader}, {@link
 * io.billingcenter.readers.files.quarantine.RepairedFileReader}, {@link io.billingcenter.readers.files.quarantine.RepairChecks}.
 */
@NullMarked
package io.billingcenter.readers.tables.quarantine;

import org.jspecify.annotations.NullMarked;
