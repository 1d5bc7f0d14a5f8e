/**
 * Bad records that are mended: {@link io.billingcenter.domain.quarantine.QuarantinedRecord} goes out on a {@link
 * io.billingcenter.domain.quarantine.QuarantineSheet}, {@link io.billingcenter.domain.quarantine.RepairedRecord} comes back and
 * becomes part of a {@link io.billingcenter.domain.quarantine.RepairFile}.
 */
@NullMarked
package io.billingcenter.domain.quarantine;

import org.jspecify.annotations.NullMarked;
