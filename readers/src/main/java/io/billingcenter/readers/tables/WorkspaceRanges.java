package io.billingcenter.readers.tables;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cuts the workspaces that have work into ranges of about the same number of workspace-days. */
public final class WorkspaceRanges {

    private record Weight(String workspace, long days) {}

    private final JdbcTemplate jdbc;

    /** Ranges of the workspaces in this database. */
    public WorkspaceRanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many ranges over the workspaces that have metered days. */
    public List<WorkspaceRange> ofMeteredDays(int ranges) {
        return cut(ranges, """
                SELECT workspace_id, COUNT(*) FROM metered_day WHERE is_current = TRUE
                GROUP BY workspace_id ORDER BY workspace_id""");
    }

    /** At most that many ranges over the workspaces that have ratings to be posted. */
    public List<WorkspaceRange> ofUnpostedDays(int ranges) {
        return cut(ranges, """
                SELECT workspace_id, COUNT(*) FROM rated_day WHERE is_current = TRUE AND posted = FALSE
                GROUP BY workspace_id ORDER BY workspace_id""");
    }

    private List<WorkspaceRange> cut(int ranges, String sql) {
        List<Weight> weights = jdbc.query(sql, (row, number) -> new Weight(row.getString(1), row.getLong(2)));
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
