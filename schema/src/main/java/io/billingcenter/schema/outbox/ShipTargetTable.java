package io.billingcenter.schema.outbox;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code ship_target}: the targets that have been seen in the settings. */
public final class ShipTargetTable {

    public static final Table TABLE = Table.named("ship_target");

    public static final Column<String> TARGET = TABLE.text("target");
    /** The last run whose revisions were looked at. */
    public static final Column<Long> PLANNED_RUN = TABLE.largeNumber("planned_run");
    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(TARGET);

    private ShipTargetTable() {}

    /** Returns the row of a target. */
    public static TableRow row(String target, long plannedRun) {
        return TABLE.row().set(TARGET, target).set(PLANNED_RUN, plannedRun);
    }
}
