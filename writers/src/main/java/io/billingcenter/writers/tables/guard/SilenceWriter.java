package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days without files of workspaces that are silent. */
public final class SilenceWriter {

    private static final String FINDING = InputFindingKind.MISSING.code();

    private static final String FILES_CAME = """
            DELETE FROM input_finding WHERE finding = 'missing' AND EXISTS (
              SELECT 1 FROM day_reading d WHERE d.workspace_id = input_finding.workspace_id
                AND d.billing_day = input_finding.billing_day AND d.is_current = TRUE AND d.files > 0)""";

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public SilenceWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes what files have come for since, of whatever day. */
    public void forgetWhereFilesCame() {
        jdbc.update(FILES_CAME);
    }

    /** The workspaces that are noted as silent on the day. */
    public Set<WorkspaceId> noted(BillingDay day) {
        return new HashSet<>(jdbc.query(
                "SELECT workspace_id FROM input_finding WHERE finding = ? AND billing_day = ?",
                (row, n) -> new WorkspaceId(row.getString(1)),
                FINDING,
                day.date()));
    }

    /**
     * Replaces what is noted for a day; what stays keeps the run that found it first.
     *
     * @param silent the silent workspaces, with a text for people
     */
    public void replace(BillingDay day, Map<WorkspaceId, String> silent, long runId) {
        Set<WorkspaceId> noted = noted(day);
        List<Object[]> gone = new ArrayList<>();
        noted.stream()
                .filter(workspace -> !silent.containsKey(workspace))
                .sorted()
                .forEach(workspace -> gone.add(new Object[] {workspace.value(), day.date(), FINDING}));
        List<Object[]> fresh = new ArrayList<>();
        new TreeMap<>(silent).forEach((workspace, text) -> {
            if (!noted.contains(workspace)) {
                fresh.add(new Object[] {workspace.value(), day.date(), FINDING, "", text, runId});
            }
        });
        jdbc.batchUpdate("DELETE FROM input_finding WHERE workspace_id = ? AND billing_day = ? AND finding = ?", gone);
        jdbc.batchUpdate(
                "INSERT INTO input_finding (workspace_id, billing_day, finding, subject, detail, run_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                fresh);
    }
}
