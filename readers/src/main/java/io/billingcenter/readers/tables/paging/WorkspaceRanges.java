package io.billingcenter.readers.tables.paging;

import io.billingcenter.domain.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cuts the workspaces that have work into ranges of about the same number of workspace-days. */
public final class WorkspaceRanges {

    private record Weight(String workspace, long days) {}

    private final JdbcTemplate jdbc;

    /** Ranges of the workspaces in this database. */
    public WorkspaceRanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns at most that many ranges over the workspaces that have metered days among these.
     *
     * @param days must have an end
     */
    public List<WorkspaceRange> ofMeteredDays(int ranges, DayRange days) {
        LocalDate end = Objects.requireNonNull(days.to(), "an end of the days").date();
        return cut(ranges, """
                SELECT workspace_id, COUNT(*) FROM metered_day
                WHERE billing_day >= ? AND billing_day < ? AND is_current = TRUE
                GROUP BY workspace_id ORDER BY workspace_id""", days.from().date(), end);
    }

    /** Returns at most that many ranges over the workspaces that have ratings to be posted. */
    public List<WorkspaceRange> ofUnpostedDays(int ranges) {
        return cut(ranges, """
                SELECT workspace_id, COUNT(*) FROM rated_day WHERE is_current = TRUE AND posted = FALSE
                GROUP BY workspace_id ORDER BY workspace_id""");
    }

    /** Returns at most that many ranges over the accounts whose wallets are to be settled. */
    public List<WorkspaceRange> ofAccountsToSettle(int ranges) {
        return cut(ranges, "SELECT account_id, 1 FROM settlement_task ORDER BY account_id");
    }

    private List<WorkspaceRange> cut(int ranges, String sql, Object... arguments) {
        List<Weight> weights =
                jdbc.query(sql, (row, number) -> new Weight(row.getString(1), row.getLong(2)), arguments);
        long total = weights.stream().mapToLong(Weight::days).sum();
        List<WorkspaceRange> cut = new ArrayList<>();
        int from = 0;
        long seen = 0;
        for (int i = 0; i < weights.size(); i++) {
            seen += weights.get(i).days();
            boolean full = seen * ranges >= total * (cut.size() + 1);
            if (full || i == weights.size() - 1) {
                cut.add(new WorkspaceRange(
                        weights.get(from).workspace(), weights.get(i).workspace()));
                from = i + 1;
            }
        }
        return cut;
    }
}
