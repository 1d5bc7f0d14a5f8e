package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.tables.guard.InputFindingWriter;
import io.billingcenter.writers.tables.metering.ReadingAttempts.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the findings and attempts of the readings of a chunk; what a reading that does not count has left is removed.
 */
final class InputRows {

    /** The kinds of findings that reading files can make. */
    private static final Set<InputFindingKind> KINDS = Set.of(InputFindingKind.UNREADABLE, InputFindingKind.VANISHED);

    private final List<WorkspaceDay> days = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<InputFinding> findings = new ArrayList<>();
    private final List<Object[]> readingsThatCount = new ArrayList<>();
    private final List<Object[]> uncountedReadings = new ArrayList<>();

    void add(MeteringTask task, ReadingVerdict verdict) {
        WorkspaceDay day = task.workspaceDay();
        days.add(day);
        findings.addAll(verdict.findings());
        if (!verdict.counts() || verdict.mayPass()) {
            attempts.add(new Attempt(day, task.inputDigest(), verdict.counts(), verdict.mayPass()));
        }
        String workspace = day.workspace().value();
        if (verdict.counts()) {
            readingsThatCount.add(new Object[] {workspace, day.day().date()});
        } else {
            uncountedReadings.add(new Object[] {workspace, day.day().date(), task.reading()});
        }
    }

    void store(JdbcTemplate jdbc, long runId) {
        new ReadingAttempts(jdbc, runId).replace(days, attempts);
        new InputFindingWriter(jdbc, runId).replace(KINDS, days, findings);
        if (!jdbc.queryForList("SELECT 1 FROM withdrawn_file FETCH FIRST 1 ROWS ONLY")
                .isEmpty()) {
            batch(jdbc, "DELETE FROM withdrawn_file WHERE workspace_id = ? AND billing_day = ?", readingsThatCount);
        }
        String ofReading = " WHERE workspace_id = ? AND billing_day = ? AND reading = ?";
        batch(jdbc, "DELETE FROM traffic_file" + ofReading, uncountedReadings);
        batch(jdbc, "DELETE FROM quarantined_record" + ofReading, uncountedReadings);
        batch(
                jdbc,
                "DELETE FROM control_total WHERE workspace_id = ? AND control_day = ? AND version = ? AND stage = '"
                        + ControlStage.QUARANTINED.code() + "'",
                uncountedReadings);
        batch(
                jdbc,
                "DELETE FROM metering_task WHERE workspace_id = ? AND billing_day = ? AND reading = ?",
                uncountedReadings);
    }

    private static void batch(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
