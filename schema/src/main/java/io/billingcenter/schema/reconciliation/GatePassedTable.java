package io.billingcenter.schema.reconciliation;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code gate_passed}: the last runs whose rows have passed the gates. */
public final class GatePassedTable {

    public static final Table TABLE = Table.named("gate_passed");

    public static final Column<String> GATE = TABLE.text("gate");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private GatePassedTable() {}

    /** Returns the row of a gate. */
    public static TableRow row(String gate, long runId) {
        return TABLE.row().set(GATE, gate).set(RUN_ID, runId);
    }
}
