/** What the tables say of the stages, for the gate: {@link io.billingcenter.readers.tables.reconciliation.WorkspaceDaySnapshotReader}. */
@NullMarked
package io.billingcenter.readers.tables.reconciliation;

import org.jspecify.annotations.NullMarked;
