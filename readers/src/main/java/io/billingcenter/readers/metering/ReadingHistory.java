package io.billingcenter.readers.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.Columns;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was read before, so that only what has changed is read again. */
public final class ReadingHistory {

    /** The last reading of a workspace-day: its number, and the digest of the files and terms it saw. */
    public record Reading(int number, String inputDigest) {}

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
}
