package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A selection of cells.
 *
 * @param workspace id; empty for all workspaces
 * @param from first billing day; null for any
 * @param to last billing day; null for any
 * @param reason of a hold, or the kind of a finding
 * @param meter code; empty for all meters
 */
public record CellSelection(
        String workspace,
        @Nullable BillingDay from,
        @Nullable BillingDay to,
        String reason,
        String meter) {

    /** Returns whether the cell is one of them. */
    public boolean matches(OpenCell.Key cell) {
        return reason.equals(cell.reason())
                && (workspace.isEmpty() || workspace.equals(cell.workspace()))
                && (meter.isEmpty() || meter.equals(cell.meter()))
                && (from == null || !cell.day().isBefore(from))
                && (to == null || !to.isBefore(cell.day()));
    }
}
