package io.billingcenter.readers.tables.quarantine;

import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the repaired records of workspace-days: they have the bytes for which they were repaired, and the files with the
 * repaired records are among those that were read last. One query, and no work where nothing was ever repaired.
 */
public final class RepairedCounts {

    /** Marks {@code p} of bad records {@code q} that still have the same bytes, and the repair file {@code f} if it was read. */
    static final String REPAIRED_AS_IT_IS = """
            FROM quarantine_repair p
            JOIN day_reading r
              ON r.workspace_id = p.workspace_id AND r.billing_day = p.billing_day AND r.is_current = TRUE
            JOIN quarantined_record q
              ON q.workspace_id = r.workspace_id AND q.billing_day = r.billing_day AND q.reading = r.reading
                AND q.file = p.file AND q.byte_offset = p.byte_offset AND q.line = p.line AND q.raw = p.raw
            LEFT JOIN day_reading d
              ON d.workspace_id = p.repair_workspace_id AND d.billing_day = p.repair_day AND d.is_current = TRUE
            LEFT JOIN traffic_file f
              ON f.workspace_id = d.workspace_id AND f.billing_day = d.billing_day AND f.reading = d.reading
                AND f.name = p.repair_file
            """;

    private static final String REPAIRED = """
            SELECT x.workspace_id, x.billing_day, COUNT(*) AS repaired FROM (
              SELECT p.workspace_id, p.billing_day, p.file, p.byte_offset, p.line
            """ + REPAIRED_AS_IT_IS + """
              WHERE p.billing_day >= ? AND p.billing_day < ?
              GROUP BY p.workspace_id, p.billing_day, p.file, p.byte_offset, p.line
              HAVING COUNT(*) = COUNT(f.name)) x
            GROUP BY x.workspace_id, x.billing_day""";

    private final JdbcTemplate jdbc;

    /** Counts in this database. */
    public RepairedCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the workspace-days that have any.
     *
     * @param days must have an end
     */
    public Map<WorkspaceDay, Long> of(DayRange days) {
        Map<WorkspaceDay, Long> repaired = new HashMap<>();
        jdbc.query(
                REPAIRED,
                row -> {
                    repaired.put(WorkspaceDayColumns.get(row), row.getLong("repaired"));
                },
                days.from().date(),
                Objects.requireNonNull(days.to(), "an end of the days").date());
        return repaired;
    }
}
