package io.billingcenter.benchmarks.comparison;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * A measure of a workspace-day, computed by either side.
 *
 * @param retentionDays days, 0 for a measure without tier
 */
public record MeasureRow(String workspaceId, String measure, int retentionDays, BigInteger quantity)
        implements Comparable<MeasureRow> {

    private static final int COLUMNS = 4;
    private static final Comparator<MeasureRow> ORDER = Comparator.comparing(MeasureRow::workspaceId)
            .thenComparing(MeasureRow::measure)
            .thenComparingInt(MeasureRow::retentionDays)
            .thenComparing(MeasureRow::quantity);

    /** Parses the result of {@link #toString}. */
    static MeasureRow parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("Expected workspace, measure, days, quantity, found '" + line + "'");
        }
        return new MeasureRow(cells[0], cells[1].intern(), Integer.parseInt(cells[2]), new BigInteger(cells[3]));
    }

    @Override
    public int compareTo(MeasureRow other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return workspaceId + "," + measure + "," + retentionDays + "," + quantity;
    }
}
