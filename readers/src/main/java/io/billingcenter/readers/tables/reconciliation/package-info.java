/** Facts about the stages, for the gates: {@link io.billingcenter.readers.tables.reconciliation.WorkspaceDaySnapshotReader}. */
@NullMarked
package io.billingcenter.readers.tables.reconciliation;

import org.jspecify.annotations.NullMarked;
