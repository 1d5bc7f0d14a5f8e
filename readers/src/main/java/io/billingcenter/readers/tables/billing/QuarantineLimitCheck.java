package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.DayReadingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The check of whether a workspace-day has too many quarantined records to be charged. It takes the limit that is set now and
 * leaves out repaired records, so the result that was stored with the reading may be out of date.
 */
final class QuarantineLimitCheck {

    private static final String BAD_READINGS = """
            SELECT workspace_id, billing_day, records, conflicts, quarantined FROM day_reading
            WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ? AND is_current = TRUE
              AND (conflicts > 0 OR quarantined > 0)""";

    private final JdbcTemplate jdbc;
    private final QuarantineLimit limit;
    private final DayRange days;
    private @Nullable Map<WorkspaceDay, Long> repaired;

    /** Creates a check of workspace-days of that range. */
    QuarantineLimitCheck(JdbcTemplate jdbc, QuarantineLimit limit, DayRange days) {
        this.jdbc = jdbc;
        this.limit = limit;
        this.days = days;
    }

    /** Returns whether the reading in the current row is over the limit. */
    boolean of(WorkspaceDay workspaceDay, ResultSet reading) throws SQLException {
        long bad = Math.addExact(DayReadingTable.CONFLICTS.get(reading), DayReadingTable.QUARANTINED.get(reading));
        return bad > 0
                && limit.isExceededBy(
                        DayReadingTable.RECORDS.get(reading), bad, repaired().getOrDefault(workspaceDay, 0L));
    }

    /** Returns the workspace-days over the limit among those of a day and a range. */
    Set<WorkspaceDay> overLimit(BillingDay day, WorkspaceRange range) {
        Set<WorkspaceDay> over = new HashSet<>();
        if (limit.isSet()) {
            jdbc.query(
                    BAD_READINGS,
                    row -> {
                        WorkspaceDay workspaceDay = WorkspaceDayColumns.get(row);
                        if (of(workspaceDay, row)) {
                            over.add(workspaceDay);
                        }
                    },
                    day.date(),
                    range.first(),
                    range.last());
        }
        return over;
    }

    private Map<WorkspaceDay, Long> repaired() {
        Map<WorkspaceDay, Long> known = repaired;
        if (known == null) {
            known = new RepairedCounts(jdbc).of(days);
            repaired = known;
        }
        return known;
    }
}
