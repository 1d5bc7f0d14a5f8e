package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares consents and acknowledgements, with the stops and cells that they are to, with their control totals. */
final class ConsentVerification {

    private final JdbcTemplate jdbc;
    private final ReconciliationResult sheet;
    private final Map<String, RowDigests> found = new HashMap<>();

    ConsentVerification(JdbcTemplate jdbc, ReconciliationResult sheet) {
        this.jdbc = jdbc;
        this.sheet = sheet;
    }

    void verify() {
        Map<String, String> written = new HashMap<>();
        jdbc.query("SELECT * FROM control_total WHERE stage = 'consent' AND workspace_id = ''", row -> {
            String key = row.getString("subject") + " " + row.getInt("version");
            String parts = row.getString("parts");
            sheet.compare(
                    ControlLevel.ROW_DIGESTS,
                    "control_total of " + key,
                    row.getString("digest"),
                    Digests.sha256(parts));
            written.put(key, parts);
        });
        Map<String, String> consents = new HashMap<>();
        add(DigestedTable.CONSENT, "SELECT * FROM consent", row -> {
            String key = "consent " + row.getLong("consent_number");
            if (row.getString("kind").equals(ConsentKind.STOP.code())) {
                consents.put(row.getString("subject"), key);
            }
            return key;
        });
        for (DigestedTable table : new DigestedTable[] {DigestedTable.GUARD_STOP, DigestedTable.GUARD_STOP_REASON}) {
            add(
                    table,
                    "SELECT * FROM " + table.tableName(),
                    row -> consents.getOrDefault(row.getString("fingerprint") + "#" + row.getInt("version"), ""));
        }
        for (DigestedTable table :
                new DigestedTable[] {DigestedTable.ACKNOWLEDGEMENT, DigestedTable.ACKNOWLEDGED_CELL}) {
            add(table, "SELECT * FROM " + table.tableName(), row -> "acknowledgement " + row.getLong("ack_number"));
        }
        Verification.compare(sheet, written, found);
    }

    /** Adds rows to the digests of their units; rows of an empty key belong to none. */
    private void add(DigestedTable table, String query, ControlTotalVerifier.Key key) {
        jdbc.query(query, (ResultSet row) -> {
            String unit = key.of(row);
            if (!unit.isEmpty()) {
                found.computeIfAbsent(unit, none -> new RowDigests())
                        .add(table, CellReader.cells(row, table.columns()));
            }
        });
    }
}
