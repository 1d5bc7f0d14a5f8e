package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.PurgedDayTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.ReadingAttemptTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private boolean isLastPurgedDayKnown;
    private @Nullable BillingDay lastPurgedDay;

    /** Reads from that database, in which the details of all workspace-days are. */
    public ReadingHistory(JdbcTemplate jdbc) {
        this(jdbc, DayDetails.inTables(jdbc));
    }

    /** Reads from that database, and details that may be elsewhere. */
    public ReadingHistory(JdbcTemplate jdbc, DayDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** Returns the last readings of a day, of the workspaces in the range. */
    public Map<WorkspaceId, Reading> lastReadings(BillingDay day, WorkspaceRange workspaces) {
        Map<WorkspaceId, Reading> readings = new HashMap<>();
        jdbc.query(
                """
                SELECT workspace_id, reading, input_digest FROM day_reading
                WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ? AND is_current = TRUE""",
                row -> {
                    readings.put(
                            new WorkspaceId(row.getString(1)), new Reading(row.getInt(2), row.getString(3), false));
                },
                day.date(),
                workspaces.first(),
                workspaces.last());
        addPurged(readings, day, workspaces);
        return readings;
    }

    private void addPurged(Map<WorkspaceId, Reading> readings, BillingDay day, WorkspaceRange workspaces) {
        if (!havePurgedFrom(day)) {
            return;
        }
        jdbc.query(
                """
                SELECT workspace_id, reading, input_digest FROM purged_day
                WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ? AND reading > 0""",
                row -> {
                    readings.put(new WorkspaceId(row.getString(1)), new Reading(row.getInt(2), row.getString(3), true));
                },
                day.date(),
                workspaces.first(),
                workspaces.last());
    }

    /** Returns whether details of that day or a later one were purged; the last of these days is read once. */
    private boolean havePurgedFrom(BillingDay day) {
        if (!isLastPurgedDayKnown) {
            LocalDate last = jdbc.queryForObject("SELECT MAX(billing_day) FROM purged_day", LocalDate.class);
            lastPurgedDay = last == null ? null : new BillingDay(last);
            isLastPurgedDayKnown = true;
        }
        return lastPurgedDay != null && !lastPurgedDay.isBefore(day);
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

    /** Returns the files of the last reading of a workspace-day, of which an archive file may have the details. */
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
