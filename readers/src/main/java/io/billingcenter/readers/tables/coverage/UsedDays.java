package io.billingcenter.readers.tables.coverage;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the workspace-days in the tables that led to any usage. */
public final class UsedDays {

    /**
     * Workspace-days with usage, if they were rated, or with measures, if they were only metered: those whose text has a row,
     * since a row of 0 is not stored.
     */
    private static final String USED = """
            SELECT r.workspace_id, r.billing_day FROM rated_day r
            WHERE r.workspace_id BETWEEN ? AND ? AND r.billing_day >= ? AND r.billing_day < ? AND r.is_current = TRUE
              AND r.usage LIKE '%["%'
            UNION
            SELECT m.workspace_id, m.billing_day FROM metered_day m
            WHERE m.workspace_id BETWEEN ? AND ? AND m.billing_day >= ? AND m.billing_day < ? AND m.is_current = TRUE
              AND NOT EXISTS (
                SELECT 1 FROM rated_day r WHERE r.workspace_id = m.workspace_id AND r.billing_day = m.billing_day
                  AND r.revision = m.revision AND r.is_current = TRUE)
              AND m.measures LIKE '%["%'""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public UsedDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the workspace-days of a range.
     *
     * @param first first workspace
     * @param last last workspace
     * @param from first day
     * @param end first day after the days
     */
    public Set<WorkspaceDay> between(String first, String last, LocalDate from, LocalDate end) {
        Set<WorkspaceDay> used = new HashSet<>();
        jdbc.query(
                USED,
                row -> {
                    used.add(WorkspaceDayColumns.get(row));
                },
                first,
                last,
                from,
                end,
                first,
                last,
                from,
                end);
        return used;
    }
}
