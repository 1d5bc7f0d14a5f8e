package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.guard.AcknowledgedCellTable;
import io.billingcenter.schema.guard.AcknowledgementTable;
import io.billingcenter.schema.guard.ConsentTable;
import io.billingcenter.schema.guard.GuardStopReasonTable;
import io.billingcenter.schema.guard.GuardStopTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares consents and acknowledgements, with the stops and the cells that they are for, with their control totals. */
final class ConsentVerification {

    private final UnitComparison units;

    ConsentVerification(JdbcTemplate jdbc, ReconciliationResult result) {
        this.units = new UnitComparison(jdbc, result);
    }

    void verify() {
        units.addTotals(
                row -> row.getString("subject") + " " + row.getInt("version"),
                "stage = 'consent' AND workspace_id = ''");
        Map<String, String> consents = new HashMap<>();
        addRows(ConsentTable.TABLE, row -> {
            String unit = "consent " + row.getLong("consent_number");
            if (row.getString("kind").equals(ConsentKind.STOP.code())) {
                consents.put(row.getString("subject"), unit);
            }
            return unit;
        });
        // A stop without a consent has no control total: it belongs to no unit.
        for (Table table : List.of(GuardStopTable.TABLE, GuardStopReasonTable.TABLE)) {
            addRows(
                    table,
                    row -> consents.getOrDefault(row.getString("fingerprint") + "#" + row.getInt("version"), ""));
        }
        for (Table table : List.of(AcknowledgementTable.TABLE, AcknowledgedCellTable.TABLE)) {
            addRows(table, row -> "acknowledgement " + row.getLong("ack_number"));
        }
        units.compare();
    }

    private void addRows(Table table, UnitComparison.Unit unit) {
        units.addRows(table, unit, "1 = 1");
    }
}
