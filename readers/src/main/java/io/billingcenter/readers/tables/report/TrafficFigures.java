package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.report.RunReport.Quarantine;
import io.billingcenter.domain.report.RunReport.Traffic;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the figures of the traffic that was read. */
final class TrafficFigures {

    private static final int LISTED_FILES = 20;
    private static final String OF_RUN = "r.run_id = ?";
    private static final String OF_PERIOD = "r.billing_day >= ? AND r.billing_day < ? AND r.is_current = TRUE";

    /** The readings first: their bad records are found by key. */
    private static final String BAD_RECORDS = """
            FROM (
              SELECT r.workspace_id, r.billing_day, r.reading FROM day_reading r
              WHERE r.billing_day >= ? AND r.billing_day < ? AND r.is_current = TRUE
                AND r.conflicts + r.quarantined + r.unreadable_files > 0
              UNION
              SELECT r.workspace_id, r.billing_day, r.reading FROM day_reading r
              WHERE r.run_id = ? AND r.conflicts + r.quarantined + r.unreadable_files > 0) k
            JOIN quarantined_record q
              ON q.workspace_id = k.workspace_id AND q.billing_day = k.billing_day AND q.reading = k.reading""";

    private static final String BY_FILE = " GROUP BY q.workspace_id, q.billing_day, q.file, q.reason";

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    TrafficFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    Traffic readByRun() {
        return traffic(OF_RUN, scope.runId());
    }

    Traffic ofPeriod() {
        return traffic(OF_PERIOD, scope.from(), scope.end());
    }

    private Traffic traffic(String which, Object... arguments) {
        Long bytes = jdbc.queryForObject(
                "SELECT COALESCE(SUM(f.size_bytes), 0) FROM day_reading r JOIN traffic_file f"
                        + " ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading"
                        + " WHERE " + which,
                Long.class,
                arguments);
        return jdbc.query(
                        "SELECT COUNT(*), SUM(r.files), SUM(r.unreadable_files), SUM(r.records), SUM(r.accepted),"
                                + " SUM(r.duplicates), SUM(r.conflicts), SUM(r.quarantined) FROM day_reading r WHERE "
                                + which,
                        (row, n) -> new Traffic(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                bytes == null ? 0 : bytes,
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)),
                        arguments)
                .get(0);
    }

    /** Accepted records of each day of the history. */
    List<BigDecimal> daily() {
        List<BillingDay> days = scope.history();
        Map<BillingDay, BigDecimal> found = new HashMap<>();
        jdbc.query(
                "SELECT r.billing_day, SUM(r.accepted) AS accepted FROM day_reading r WHERE " + OF_PERIOD
                        + " GROUP BY r.billing_day",
                row -> {
                    found.put(DayReadingTable.BILLING_DAY.get(row), row.getBigDecimal("accepted"));
                },
                days.get(0).date(),
                scope.postedEnd());
        return days.stream()
                .map(day -> found.getOrDefault(day, BigDecimal.ZERO))
                .toList();
    }

    Quarantine quarantine() {
        LocalDate from = scope.from();
        LocalDate end = scope.end();
        List<Quarantine.Reason> reasons = jdbc.query(
                "SELECT q.reason, COUNT(*) " + BAD_RECORDS + " GROUP BY q.reason ORDER BY q.reason",
                (row, n) -> new Quarantine.Reason(row.getString(1), row.getLong(2)),
                from,
                end,
                scope.runId());
        List<Quarantine.QuarantinedFile> files = jdbc.query(
                "SELECT q.workspace_id, q.billing_day, q.file, q.reason, COUNT(*) AS bad " + BAD_RECORDS + BY_FILE
                        + " ORDER BY bad DESC, q.workspace_id, q.billing_day, q.file, q.reason FETCH FIRST "
                        + LISTED_FILES + " ROWS ONLY",
                (row, n) -> new Quarantine.QuarantinedFile(
                        row.getString("workspace_id"),
                        DayReadingTable.BILLING_DAY.get(row),
                        QuarantinedRecordTable.FILE.get(row),
                        QuarantinedRecordTable.REASON.get(row).code(),
                        row.getLong("bad")),
                from,
                end,
                scope.runId());
        Long all = jdbc.queryForObject(
                "SELECT COUNT(*) FROM (SELECT q.workspace_id " + BAD_RECORDS + BY_FILE + ") b",
                Long.class,
                from,
                end,
                scope.runId());
        return new Quarantine(reasons, files, all == null ? 0 : all - files.size());
    }
}
