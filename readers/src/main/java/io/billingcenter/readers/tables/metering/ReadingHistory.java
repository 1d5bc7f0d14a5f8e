package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.ReadingAttemptTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Earlier readings, by which listing finds the workspace-days that have changed. */
public final class ReadingHistory {

    /** The last reading of a workspace-day: its number, and the digest of the files and terms it saw. */
    public record Reading(int number, String inputDigest) {}

    /**
     * The last attempt at reading a workspace-day some of whose files could not be read.
     *
     * @param inputDigest digest of the files and terms that were read
     * @param counts true if the reading counts all the same
     * @param mayPass true if it is to be repeated although no file seems to have changed
     */
    public record Attempt(String inputDigest, boolean counts, boolean mayPass) {}

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public ReadingHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the last readings of a day, of the workspaces in the range. */
    public Map<WorkspaceId, Reading> lastReadings(BillingDay day, WorkspaceRange workspaces) {
        Map<WorkspaceId, Reading> readings = new HashMap<>();
        jdbc.query(
                """
                SELECT workspace_id, reading, input_digest FROM day_reading
                WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ? AND is_current = TRUE""",
                row -> {
                    readings.put(new WorkspaceId(row.getString(1)), new Reading(row.getInt(2), row.getString(3)));
                },
                day.date(),
                workspaces.first(),
                workspaces.last());
        return readings;
    }

    /** Returns all attempts at days up to that one; there are few. */
    public Map<WorkspaceDay, Attempt> attemptsUpTo(BillingDay last) {
        Map<WorkspaceDay, Attempt> attempts = new HashMap<>();
        jdbc.query(
                """
                SELECT workspace_id, billing_day, input_digest, counts, may_pass FROM reading_attempt
                WHERE billing_day <= ?""",
                row -> {
                    attempts.put(
                            WorkspaceDayColumns.get(row),
                            new Attempt(
                                    ReadingAttemptTable.INPUT_DIGEST.get(row),
                                    ReadingAttemptTable.COUNTS.get(row),
                                    ReadingAttemptTable.MAY_PASS.get(row)));
                },
                last.date());
        return attempts;
    }

    /** Returns the files of the last readings of a day, each with its name, size and time of change. */
    public Map<WorkspaceDay, Set<ListedFile>> filesOf(BillingDay day, WorkspaceRange workspaces) {
        Map<WorkspaceDay, Set<ListedFile>> files = new HashMap<>();
        jdbc.query(
                """
                SELECT f.workspace_id, f.billing_day, f.name, f.size_bytes, f.modified FROM day_reading r
                JOIN traffic_file f
                  ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
                WHERE r.billing_day = ? AND r.workspace_id >= ? AND r.workspace_id <= ? AND r.is_current = TRUE""",
                row -> {
                    files.computeIfAbsent(WorkspaceDayColumns.get(row), key -> new HashSet<>())
                            .add(TrafficFileTable.listed(row));
                },
                day.date(),
                workspaces.first(),
                workspaces.last());
        return files;
    }

    /** Returns whether nothing was ever read. */
    public boolean isEmpty() {
        return DayReadingTable.TABLE.isEmpty(jdbc);
    }

    /** Returns the workspaces of which the day was read. */
    public Set<WorkspaceId> workspacesOf(BillingDay day) {
        return new HashSet<>(jdbc.query(
                "SELECT workspace_id FROM day_reading WHERE billing_day = ? AND is_current = TRUE",
                (row, number) -> DayReadingTable.WORKSPACE_ID.get(row),
                day.date()));
    }

    /** Returns the workspaces that were read on each of the given number of days before a day. */
    public Set<WorkspaceId> workspacesOfEachDayBefore(BillingDay day, int days) {
        return new HashSet<>(jdbc.query(
                """
                SELECT workspace_id FROM day_reading WHERE billing_day >= ? AND billing_day < ? AND is_current = TRUE
                GROUP BY workspace_id HAVING COUNT(*) = ?""",
                (row, number) -> DayReadingTable.WORKSPACE_ID.get(row),
                day.minusDays(days).date(),
                day.date(),
                days));
    }
}
