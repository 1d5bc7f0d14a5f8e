/**
 * Bad records that are mended: {@link io.billingcenter.domain.quarantine.BadRecord} goes out on a {@link
 * io.billingcenter.domain.quarantine.BadRecordSheet}, {@link io.billingcenter.domain.quarantine.MendedRecord} comes back and
 * becomes part of a {@link io.billingcenter.domain.quarantine.RepairFile}.
 */
@NullMarked
package io.billingcenter.domain.quarantine;

import org.jspecify.annotations.NullMarked;
