package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.focus.CellWords;
import io.billingcenter.domain.focus.Charge;
import io.billingcenter.domain.focus.CostAndUsageColumn;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a Cost and Usage file that the settings choose. */
final class FocusColumns {

    private static final int DIGITS = 8;

    private final List<CostAndUsageColumn> columns;

    /**
     * Chooses the columns of a version.
     *
     * @param chosen names of columns; all of them if it is empty
     */
    FocusColumns(FocusVersion version, Collection<String> chosen) {
        this.columns = CostAndUsageColumn.of(version).stream()
                .filter(column -> chosen.isEmpty() || chosen.contains(column.header()))
                .toList();
    }

    List<String> header() {
        return columns.stream().map(CostAndUsageColumn::header).toList();
    }

    /** Returns the cells out of those of all columns. */
    @Nullable
    String[] choose(@Nullable String[] all) {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = all[columns.get(i).ordinal()];
        }
        return cells;
    }

    /** Returns the cells of all columns of all versions, in the order of the columns. */
    static @Nullable String[] all(Charge charge, CellWords words) {
        @Nullable String[] cells = new @Nullable String[CostAndUsageColumn.values().length];
        for (CostAndUsageColumn column : CostAndUsageColumn.values()) {
            cells[column.ordinal()] = column.cell(charge, words);
        }
        return cells;
    }

    /** Returns the id of a layout, which changes with the list of its columns. */
    static String schemaId(FocusVersion version, FocusDataset dataset, List<String> header) {
        return "focus-" + dataset.fileName(version) + "/"
                + Digests.sha256(String.join(",", header)).substring(0, DIGITS);
    }
}
