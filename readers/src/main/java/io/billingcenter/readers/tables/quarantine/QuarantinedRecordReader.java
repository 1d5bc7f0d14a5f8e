package io.billingcenter.readers.tables.quarantine;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the quarantine of a day, in the order of workspaces, files and places; memory holds a page at a time. */
public final class QuarantinedRecordReader {

    private static final int PAGE_ROWS = 100;

    private static final String READINGS = """
            SELECT workspace_id, billing_day, reading FROM day_reading
            WHERE billing_day = ? AND is_current = TRUE AND conflicts + quarantined + unreadable_files > 0
            ORDER BY workspace_id""";

    private static final String NEXT = """
            SELECT %s FROM quarantined_record WHERE workspace_id = ? AND billing_day = ? AND reading = ?
              AND (file > ? OR file = ? AND (byte_offset > ? OR byte_offset = ? AND line > ?))
            ORDER BY file, byte_offset, line FETCH FIRST %s ROWS ONLY""".formatted(QuarantinedRecordTable.TABLE.columnList(), PAGE_ROWS);

    private static final String REPAIRS = """
            SELECT p.workspace_id, p.billing_day, p.file, p.byte_offset, p.line, p.repair_file, f.name AS read_file
            """ + RepairedCounts.REPAIRED_AS_IT_IS + """
            WHERE p.billing_day = ?
            ORDER BY p.workspace_id, p.file, p.byte_offset, p.line, p.repair_workspace_id, p.repair_day, p.repair_file""";

    private record Reading(WorkspaceDay workspaceDay, int number) {}

    private record Key(WorkspaceDay workspaceDay, RecordPlace place) {}

    private record Repaired(List<String> files, boolean read) {

        static final Repaired NOT = new Repaired(List.of(), false);

        Repaired and(String file, boolean isRead) {
            List<String> both = new ArrayList<>(files);
            both.add(file);
            return new Repaired(both, (files.isEmpty() || read) && isRead);
        }
    }

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public QuarantinedRecordReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hands over everything in quarantine of the day.
     *
     * @param workspace the only one whose records are wanted; null for all
     */
    public void each(BillingDay day, @Nullable WorkspaceId workspace, Consumer<QuarantinedRecord> found) {
        Map<Key, Repaired> repaired = repaired(day);
        for (Reading reading : jdbc.query(READINGS, (row, number) -> reading(row), day.date())) {
            if (workspace == null || workspace.equals(reading.workspaceDay().workspace())) {
                each(reading, repaired, found);
            }
        }
    }

    private void each(Reading reading, Map<Key, Repaired> repaired, Consumer<QuarantinedRecord> found) {
        RecordPlace last = new RecordPlace("", -1, -1);
        List<Rejection> page;
        do {
            page = jdbc.query(
                    NEXT,
                    (row, number) -> rejection(row),
                    reading.workspaceDay().workspace().value(),
                    reading.workspaceDay().day().date(),
                    reading.number(),
                    last.file(),
                    last.file(),
                    last.offset(),
                    last.offset(),
                    last.line());
            for (Rejection rejection : page) {
                Repaired how = repaired.getOrDefault(new Key(reading.workspaceDay(), rejection.place()), Repaired.NOT);
                found.accept(new QuarantinedRecord(reading.workspaceDay(), rejection, how.files(), how.read()));
                last = rejection.place();
            }
        } while (page.size() == PAGE_ROWS);
    }

    private Map<Key, Repaired> repaired(BillingDay day) {
        Map<Key, Repaired> repaired = new HashMap<>();
        jdbc.query(
                REPAIRS,
                row -> {
                    Key key = new Key(WorkspaceDayColumns.get(row), place(row));
                    repaired.put(
                            key,
                            repaired.getOrDefault(key, Repaired.NOT)
                                    .and(
                                            QuarantineRepairTable.REPAIR_FILE.get(row),
                                            row.getString("read_file") != null));
                },
                day.date());
        return repaired;
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(WorkspaceDayColumns.get(row), row.getInt("reading"));
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                place(row),
                QuarantinedRecordTable.REASON.get(row),
                QuarantinedRecordTable.DETAIL.get(row),
                QuarantinedRecordTable.RAW.get(row));
    }

    private static RecordPlace place(ResultSet row) throws SQLException {
        return new RecordPlace(
                QuarantinedRecordTable.FILE.get(row),
                QuarantinedRecordTable.LINE.get(row),
                QuarantinedRecordTable.BYTE_OFFSET.get(row));
    }
}
