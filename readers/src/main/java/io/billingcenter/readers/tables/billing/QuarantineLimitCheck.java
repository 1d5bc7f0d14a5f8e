package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether a workspace-day has too many bad records to be charged, by the limit that is set now and without those that were
 * repaired: what was found when it was read may be out of date.
 */
final class QuarantineLimitCheck {

    private final JdbcTemplate jdbc;
    private final QuarantineLimit limit;
    private final DayRange days;
    private @Nullable Map<WorkspaceDay, Long> repaired;

    /** A verdict on workspace-days of that range. */
    QuarantineLimitCheck(JdbcTemplate jdbc, QuarantineLimit limit, DayRange days) {
        this.jdbc = jdbc;
        this.limit = limit;
        this.days = days;
    }

    /** Whether the row, with the figures of a reading, is over the limit. */
    boolean of(WorkspaceDay workspaceDay, ResultSet reading) throws SQLException {
        long bad = Math.addExact(reading.getLong("conflicts"), reading.getLong("quarantined"));
        return bad > 0
                && limit.isExceededBy(
                        reading.getLong("records"), bad, repaired().getOrDefault(workspaceDay, 0L));
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
