/**
 * Repair of quarantined records: a {@link io.billingcenter.domain.quarantine.QuarantinedRecord} is exported as a row of
 * a {@link io.billingcenter.domain.quarantine.QuarantineSheet}; the imported {@link
 * io.billingcenter.domain.quarantine.RepairedRecord} becomes part of a {@link
 * io.billingcenter.domain.quarantine.RepairFile}.
 */
@NullMarked
package io.billingcenter.domain.quarantine;

import org.jspecify.annotations.NullMarked;
