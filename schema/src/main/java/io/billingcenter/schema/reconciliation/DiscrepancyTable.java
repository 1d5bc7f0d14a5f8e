package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.Discrepancy;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code discrepancy}: the pairs of figures that differ at a gate. */
public final class DiscrepancyTable {

    public static final Table TABLE = Table.named("discrepancy");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<String> GATE = TABLE.text("gate");
    /** From 1. */
    public static final Column<Integer> ITEM = TABLE.number("item");

    public static final Column<ControlLevel> LEVEL = TABLE.code("level", ControlLevel.values(), ControlLevel::code);
    public static final Column<String> SUBJECT = TABLE.text("subject");
    public static final Column<String> LEFT_VALUE = TABLE.text("left_value");
    public static final Column<String> RIGHT_VALUE = TABLE.text("right_value");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(RUN_ID, GATE);

    private static final int LONGEST_TEXT = 3_900;

    private DiscrepancyTable() {}

    /**
     * Returns the row of a discrepancy.
     *
     * @param item its place in the list, from 1
     */
    public static TableRow row(long runId, String gate, int item, Discrepancy found) {
        return TABLE.row()
                .set(RUN_ID, runId)
                .set(GATE, gate)
                .set(ITEM, item)
                .set(LEVEL, found.level())
                .set(SUBJECT, shortened(found.key()))
                .set(LEFT_VALUE, shortened(found.left()))
                .set(RIGHT_VALUE, shortened(found.right()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
