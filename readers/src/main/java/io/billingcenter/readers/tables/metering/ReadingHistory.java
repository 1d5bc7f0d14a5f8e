package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.PurgedDayTable;
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

    /**
     * The last reading of a workspace-day.
     *
     * @param number number of the reading
     * @param inputDigest digest of the files and terms it saw
     * @param purged whether its details are in an archive file only, so that the workspace-day cannot be read again as it is
     */
    public record Reading(int number, String inputDigest, boolean purged) {}

    /**
     * The last attempt at reading a workspace-day some of whose files could not be read.
     *
     * @param inputDigest digest of the files and terms that were read
     * @param counts true if the reading counts all the same
     * @param mayPass true if it is to be repeated although no file seems to have changed
     */
    public record Attempt(String inputDigest, boolean counts, boolean mayPass) {}

    private final JdbcTemplate jdbc;
    private final DayDetails details;

    /** Reads from that database, in which the details of all workspace-days are. */
    public ReadingHistory(JdbcTemplate jdbc) {
        this(jdbc, DayDetails.inTables(jdbc));
    }

    /** Reads from that database, and details that may be elsewhere. */
    public ReadingHistory(JdbcTemplate jdbc, DayDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** Returns the last readings of the workspaces from one id to another and of the days in the range, ends included. */
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
                            WorkspaceDayColumns.get(row),
                            new Reading(
                                    DayReadingTable.READING.get(row), DayReadingTable.INPUT_DIGEST.get(row), false));
                },
                first.value(),
                last.value(),
                firstDay.date(),
                lastDay.date());
        jdbc.query(
                """
                SELECT workspace_id, billing_day, reading, input_digest FROM purged_day
                WHERE workspace_id >= ? AND workspace_id <= ? AND billing_day >= ? AND billing_day <= ?
                  AND reading > 0""",
                row -> {
                    readings.put(
                            WorkspaceDayColumns.get(row),
                            new Reading(PurgedDayTable.READING.get(row), PurgedDayTable.INPUT_DIGEST.get(row), true));
                },
                first.value(),
                last.value(),
                firstDay.date(),
                lastDay.date());
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

    /** Returns the files of the last reading of a workspace-day, each with its name, size and time of change. */
    public Set<ListedFile> filesOf(WorkspaceDay day) {
        return new HashSet<>(details.of(day)
                .query(
                        """
                SELECT f.name, f.size_bytes, f.modified FROM day_reading r
                JOIN traffic_file f
                  ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
                WHERE r.workspace_id = ? AND r.billing_day = ? AND r.is_current = TRUE""",
                        (row, number) -> TrafficFileTable.listed(row),
                        day.workspace().value(),
                        day.day().date()));
    }

    /** Returns whether nothing was ever read. */
    public boolean isEmpty() {
        return DayReadingTable.TABLE.isEmpty(jdbc) && PurgedDayTable.TABLE.isEmpty(jdbc);
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
