package io.billingcenter.readers.control;

import io.billingcenter.domain.control.BalanceSheet;
import io.billingcenter.domain.control.ControlLevel;
import io.billingcenter.domain.control.Digests;
import io.billingcenter.domain.control.Evidence;
import io.billingcenter.domain.control.EvidenceTable;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares consents and acknowledgements, with the stops and cells that they are to, with their control totals. */
final class ConsentVerification {

    private final JdbcTemplate jdbc;
    private final BalanceSheet sheet;
    private final Map<String, Evidence> found = new HashMap<>();

    ConsentVerification(JdbcTemplate jdbc, BalanceSheet sheet) {
        this.jdbc = jdbc;
        this.sheet = sheet;
    }

    void verify() {
        Map<String, String> written = new HashMap<>();
        jdbc.query("SELECT * FROM control_total WHERE stage = 'consent' AND workspace_id = ''", row -> {
            String key = row.getString("subject") + " " + row.getInt("version");
            String parts = row.getString("parts");
            sheet.compare(
                    ControlLevel.EVIDENCE, "control_total of " + key, row.getString("digest"), Digests.sha256(parts));
            written.put(key, parts);
        });
        Map<String, String> consents = new HashMap<>();
        add(EvidenceTable.CONSENT, "SELECT * FROM consent", row -> {
            String key = "consent " + row.getLong("consent_number");
            if (row.getString("kind").equals("stop")) {
                consents.put(row.getString("subject"), key);
            }
            return key;
        });
        for (EvidenceTable table : new EvidenceTable[] {EvidenceTable.GUARD_STOP, EvidenceTable.GUARD_STOP_REASON}) {
            add(
                    table,
                    "SELECT * FROM " + table.tableName(),
                    row -> consents.getOrDefault(row.getString("fingerprint") + "#" + row.getInt("version"), ""));
        }
        for (EvidenceTable table :
                new EvidenceTable[] {EvidenceTable.ACKNOWLEDGEMENT, EvidenceTable.ACKNOWLEDGED_CELL}) {
            add(table, "SELECT * FROM " + table.tableName(), row -> "acknowledgement " + row.getLong("ack_number"));
        }
        Verification.compare(sheet, written, found);
    }

    /** Adds rows to the evidence of their units; rows of an empty key belong to none. */
    private void add(EvidenceTable table, String query, Units.Key key) {
        jdbc.query(query, (ResultSet row) -> {
            String unit = key.of(row);
            if (!unit.isEmpty()) {
                found.computeIfAbsent(unit, none -> new Evidence()).add(table, CellReader.cells(row, table.columns()));
            }
        });
    }
}
