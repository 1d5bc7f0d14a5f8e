package io.billingcenter.readers.tables.paging;

import io.billingcenter.domain.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Divides the workspaces that have work into ranges of about the same number of workspace-days. */
public final class WorkspaceRanges {

    private record Weight(String workspace, long days) {}

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public WorkspaceRanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns at most that many ranges that hold all workspaces with metered days among these; none if there are none. They
     * are cut by the workspaces of the last day that has any, since the others have about as much work, so that no other day
     * is read.
     *
     * @param days must have an end
     */
    public List<WorkspaceRange> ofMeteredDays(int ranges, DayRange days) {
        LocalDate end = Objects.requireNonNull(days.to(), "an end of the days").date();
        for (LocalDate day = end.minusDays(1); !day.isBefore(days.from().date()); day = day.minusDays(1)) {
            List<WorkspaceRange> cut = cut(ranges, """
                    SELECT workspace_id, 1 FROM metered_day WHERE billing_day = ? AND is_current = TRUE
                    ORDER BY workspace_id""", day);
            if (!cut.isEmpty()) {
                return joined(cut);
            }
        }
        return List.of();
    }

    /** Returns the ranges extended over the ids before, between and after them. */
    private static List<WorkspaceRange> joined(List<WorkspaceRange> cut) {
        List<WorkspaceRange> joined = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            String first = i == 0 ? "" : cut.get(i - 1).last() + WorkspaceRange.NEXT;
            String last =
                    i == cut.size() - 1 ? WorkspaceRange.HIGHEST : cut.get(i).last();
            joined.add(new WorkspaceRange(first, last));
        }
        return joined;
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
