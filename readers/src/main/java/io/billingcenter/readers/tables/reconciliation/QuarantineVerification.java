package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the quarantined records of each reading with its control totals; hashes are added up, a page of records at a time. */
final class QuarantineVerification {

    private static final int PAGE_ROWS = 500;
    private static final String NEXT = """
            SELECT * FROM quarantined_record WHERE workspace_id = ? AND billing_day = ? AND reading = ?
              AND (file > ? OR file = ? AND (byte_offset > ? OR byte_offset = ? AND line > ?))
            ORDER BY file, byte_offset, line FETCH FIRST %s ROWS ONLY""".formatted(PAGE_ROWS);

    private record Unit(String workspace, Object day, int reading) {
        String key() {
            return workspace + "/" + day + " reading " + reading;
        }
    }

    private record Place(String file, long offset, long line) {}

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;

    QuarantineVerification(JdbcTemplate jdbc, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.result = result;
    }

    void verify() {
        Map<String, RowSum> written = new TreeMap<>();
        Map<String, Unit> units = new TreeMap<>();
        jdbc.query("SELECT * FROM control_total WHERE stage = 'quarantined'" + PurgedTotals.leftOut(jdbc), row -> {
            Unit unit = new Unit(
                    row.getString("workspace_id"),
                    row.getObject("control_day", LocalDate.class),
                    row.getInt("version"));
            units.put(unit.key(), unit);
            written.computeIfAbsent(unit.key(), key -> new RowSum(QuarantinedRecordTable.TABLE))
                    .addParts(row.getString("parts"));
        });
        jdbc.query("SELECT DISTINCT workspace_id, billing_day, reading FROM quarantined_record", row -> {
            Unit unit = new Unit(
                    row.getString("workspace_id"),
                    row.getObject("billing_day", LocalDate.class),
                    row.getInt("reading"));
            units.put(unit.key(), unit);
        });
        units.forEach((key, unit) -> {
            RowSum sum = written.get(key);
            result.compare(
                    ControlLevel.ROW_DIGESTS,
                    "quarantined_record of " + key,
                    sum == null ? "" : sum.parts(),
                    now(unit).parts());
        });
    }

    private RowSum now(Unit unit) {
        RowSum sum = new RowSum(QuarantinedRecordTable.TABLE);
        Place last = new Place("", -1, -1);
        List<Place> page;
        do {
            page = new ArrayList<>();
            List<Place> places = page;
            jdbc.query(
                    NEXT,
                    row -> {
                        sum.add(QuarantinedRecordTable.TABLE, row);
                        places.add(new Place(row.getString("file"), row.getLong("byte_offset"), row.getLong("line")));
                    },
                    unit.workspace(),
                    unit.day(),
                    unit.reading(),
                    last.file(),
                    last.file(),
                    last.offset(),
                    last.offset(),
                    last.line());
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE_ROWS);
        return sum;
    }
}
