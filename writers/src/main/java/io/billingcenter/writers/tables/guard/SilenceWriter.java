package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.guard.InputFindingTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes findings about silent workspaces: workspace-days without files. */
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

    /** Removes the findings about workspace-days for which files have come since. */
    public void forgetWhereFilesCame() {
        jdbc.update(FILES_CAME);
    }

    /** Returns the workspaces that are noted as silent on the day. */
    public Set<WorkspaceId> noted(BillingDay day) {
        return new HashSet<>(jdbc.query(
                "SELECT workspace_id FROM input_finding WHERE finding = ? AND billing_day = ?",
                (row, n) -> InputFindingTable.WORKSPACE_ID.get(row),
                FINDING,
                day.date()));
    }

    /**
     * Replaces the findings of a day; those that stay keep the run that found them first.
     *
     * @param silent the silent workspaces, with a text for people
     */
    public void replace(BillingDay day, Map<WorkspaceId, String> silent, long runId) {
        Set<WorkspaceId> noted = noted(day);
        List<TableRow> gone = noted.stream()
                .filter(workspace -> !silent.containsKey(workspace))
                .sorted()
                .map(workspace -> InputFindingTable.row(finding(workspace, day, ""), runId))
                .toList();
        List<TableRow> fresh = new ArrayList<>();
        new TreeMap<>(silent).forEach((workspace, text) -> {
            if (!noted.contains(workspace)) {
                fresh.add(InputFindingTable.row(finding(workspace, day, text), runId));
            }
        });
        InputFindingTable.TABLE.delete(jdbc, InputFindingTable.KEY, gone);
        InputFindingTable.TABLE.insert(jdbc, fresh);
    }

    /** A silence is a finding about the whole workspace-day, so it names no file. */
    private static InputFinding finding(WorkspaceId workspace, BillingDay day, String text) {
        return new InputFinding(new WorkspaceDay(workspace, day), InputFindingKind.MISSING, "", text);
    }
}
