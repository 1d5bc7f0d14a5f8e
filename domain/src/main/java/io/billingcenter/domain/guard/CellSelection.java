package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A selection of cells.
 *
 * @param workspace id of the workspace; empty for all
 * @param from first billing day; null for any
 * @param to last billing day; null for any
 * @param reason reason of a hold, or kind of a finding
 * @param meter code of the meter; empty for all
 */
public record CellSelection(
        String workspace,
        @Nullable BillingDay from,
        @Nullable BillingDay to,
        String reason,
        String meter) {

    /** Returns whether the cell belongs to the selection. */
    public boolean matches(OpenCell.Key cell) {
        return reason.equals(cell.reason())
                && (workspace.isEmpty() || workspace.equals(cell.workspace()))
                && (meter.isEmpty() || meter.equals(cell.meter()))
                && (from == null || !cell.day().isBefore(from))
                && (to == null || !to.isBefore(cell.day()));
    }
}
