package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Table {@code balance_check}: the comparisons of a gate, by level. */
public final class BalanceCheckTable {

    public static final Table TABLE = Table.named("balance_check");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<String> GATE = TABLE.text("gate");
    public static final Column<ControlLevel> LEVEL = TABLE.code("level", ControlLevel.values(), ControlLevel::code);
    public static final Column<Long> COMPARED = TABLE.largeNumber("compared");
    public static final Column<Long> DIFFERENCES = TABLE.largeNumber("differences");
    public static final Column<BigDecimal> LEFT_SUM = TABLE.decimal("left_sum");
    public static final Column<BigDecimal> RIGHT_SUM = TABLE.decimal("right_sum");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(RUN_ID, GATE);

    private static final int DIGITS = 2;

    private BalanceCheckTable() {}

    /** Returns the row of the comparisons of a level. */
    public static TableRow row(long runId, String gate, ReconciliationResult.Line line) {
        return TABLE.row()
                .set(RUN_ID, runId)
                .set(GATE, gate)
                .set(LEVEL, line.level())
                .set(COMPARED, line.compared())
                .set(DIFFERENCES, line.differences())
                .set(LEFT_SUM, line.left().setScale(DIGITS, RoundingMode.DOWN))
                .set(RIGHT_SUM, line.right().setScale(DIGITS, RoundingMode.DOWN));
    }
}
