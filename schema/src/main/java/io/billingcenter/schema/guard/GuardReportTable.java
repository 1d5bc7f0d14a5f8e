package io.billingcenter.schema.guard;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import java.util.List;

/** Table {@code guard_report}: lines that guards report without stopping the run. */
public final class GuardReportTable {

    public static final Table TABLE = Table.named("guard_report");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<String> SOURCE = TABLE.text("source");
    /** SHA-256 of the line, as 64 hex digits. */
    public static final Column<String> REPORT_KEY = TABLE.text("report_key");

    public static final Column<String> DETAIL = TABLE.text("detail");
    /** True if the line needs attention after the run. */
    public static final Column<Boolean> ATTENTION = TABLE.flag("attention");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(RUN_ID, SOURCE);

    private GuardReportTable() {}
}
