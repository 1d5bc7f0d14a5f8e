package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was read before, so that only what has changed is read again. */
public final class ReadingHistory {

    /** The last reading of a workspace-day: its number, and the digest of the files and terms it saw. */
    public record Reading(int number, String inputDigest) {}

    /**
     * The last attempt at reading a workspace-day of which not all files could be got at.
     *
     * @param inputDigest of the files and terms that were read
     * @param counts whether the reading counts all the same
     * @param mayPass whether it is to be repeated though nothing shows that a file has changed
     */
    public record Attempt(String inputDigest, boolean counts, boolean mayPass) {}

    private final JdbcTemplate jdbc;

    /** The history in this database. */
    public ReadingHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last readings of the workspaces from one id to another, and of the days in the range, ends included. */
    public Map<WorkspaceDay, Reading> between(
            WorkspaceId first, WorkspaceId last, BillingDay firstDay, BillingDay lastDay) {
        Map<WorkspaceDay, Reading> readings = new HashMap<>();
        jdbc.query(
                """
                SELECT workspace_id, billing_day, reading, input_digest FROM day_reading
                WHERE workspace_id >= ? AND workspace_id <= ? AND billing_day >= ? AND billing_day <= ?
                  AND is_current = TRUE""",
                row -> {
                    readings.put(
                            Columns.workspaceDay(row),
                            new Reading(row.getInt("reading"), row.getString("input_digest")));
                },
                first.value(),
                last.value(),
                firstDay.date(),
                lastDay.date());
        return readings;
    }

    /** All attempts at days up to that one; there are few. */
    public Map<WorkspaceDay, Attempt> attemptsUpTo(BillingDay last) {
        Map<WorkspaceDay, Attempt> attempts = new HashMap<>();
        jdbc.query(
                """
                SELECT workspace_id, billing_day, input_digest, counts, may_pass FROM reading_attempt
                WHERE billing_day <= ?""",
                row -> {
                    attempts.put(
                            Columns.workspaceDay(row),
                            new Attempt(
                                    row.getString("input_digest"),
                                    row.getBoolean("counts"),
                                    row.getBoolean("may_pass")));
                },
                last.date());
        return attempts;
    }

    /** The files that the last reading of a workspace-day saw, each as its name, size and time of change. */
    public Set<ListedFile> filesOf(WorkspaceDay day) {
        return new HashSet<>(jdbc.query(
                """
                SELECT f.name, f.size_bytes, f.modified FROM day_reading r
                JOIN traffic_file f
                  ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
                WHERE r.workspace_id = ? AND r.billing_day = ? AND r.is_current = TRUE""",
                (row, number) -> new ListedFile(
                        row.getString("name"), row.getLong("size_bytes"), Instant.parse(row.getString("modified"))),
                day.workspace().value(),
                day.day().date()));
    }

    /** Returns whether nothing was ever read. */
    public boolean isEmpty() {
        return jdbc.queryForList("SELECT 1 FROM day_reading FETCH FIRST 1 ROWS ONLY")
                .isEmpty();
    }

    /** The workspaces of which the day was read. */
    public Set<WorkspaceId> workspacesOf(BillingDay day) {
        return new HashSet<>(jdbc.query(
                "SELECT workspace_id FROM day_reading WHERE billing_day = ? AND is_current = TRUE",
                (row, number) -> new WorkspaceId(row.getString("workspace_id")),
                day.date()));
    }

    /** The workspaces that were read for each of that many days before a day. */
    public Set<WorkspaceId> workspacesOfEachDayBefore(BillingDay day, int days) {
        return new HashSet<>(jdbc.query(
                """
                SELECT workspace_id FROM day_reading WHERE billing_day >= ? AND billing_day < ? AND is_current = TRUE
                GROUP BY workspace_id HAVING COUNT(*) = ?""",
                (row, number) -> new WorkspaceId(row.getString("workspace_id")),
                day.minusDays(days).date(),
                day.date(),
                days));
    }
}
