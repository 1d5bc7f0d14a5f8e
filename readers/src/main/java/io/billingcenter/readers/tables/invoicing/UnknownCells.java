package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.invoicing.CloseFacts.Cell;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.SilentWorkspaces;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.guard.OpenCellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds, and input that is not as expected, that nobody has acknowledged. */
final class UnknownCells {

    private final List<Cell> cells = new ArrayList<>();
    private final List<SilentWorkspaces.Day> silent = new ArrayList<>();

    /**
     * Reads the cells up to a day.
     *
     * @param counts accepts the days that count
     */
    UnknownCells(JdbcTemplate jdbc, BillingDay last, Predicate<BillingDay> counts) {
        for (OpenCell cell : new OpenCellReader(jdbc).notAcknowledgedUpTo(last)) {
            OpenCell.Key key = cell.key();
            CloseReason kind = CloseReason.of(key.reason()).orElse(CloseReason.HOLDS);
            if (!counts.test(key.day())) {
                continue;
            }
            if (kind == CloseReason.MISSING) {
                silent.add(new SilentWorkspaces.Day(key.workspace(), key.day()));
            } else {
                cells.add(new Cell(kind, key.workspace(), key.day(), key.reason(), cell.detail()));
            }
        }
    }

    /** Holds, and files that cannot be read or are gone. */
    List<Cell> cells() {
        return cells;
    }

    /** Workspace-days without files. */
    List<SilentWorkspaces.Day> silent() {
        return silent;
    }
}
