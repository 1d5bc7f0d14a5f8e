package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.ReadingKey;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.schema.metering.WithdrawnFileTable;
import io.billingcenter.writers.tables.guard.InputFindingWriter;
import io.billingcenter.writers.tables.metering.ReadingAttempts.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The findings and attempts of the readings of a chunk. Storing them deletes the rows of readings that do not count.
 */
final class InputRows {

    /** The kinds of findings that reading files can make. */
    private static final Set<InputFindingKind> KINDS = Set.of(InputFindingKind.UNREADABLE, InputFindingKind.VANISHED);

    private final List<WorkspaceDay> days = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<InputFinding> findings = new ArrayList<>();
    private final List<WorkspaceDay> countedDays = new ArrayList<>();
    private final List<ReadingKey> uncountedReadings = new ArrayList<>();

    void add(MeteringTask task, ReadingVerdict verdict) {
        WorkspaceDay day = task.workspaceDay();
        days.add(day);
        findings.addAll(verdict.findings());
        if (!verdict.counts() || verdict.mayPass()) {
            attempts.add(new Attempt(day, task.inputDigest(), verdict.counts(), verdict.mayPass()));
        }
        if (verdict.counts()) {
            countedDays.add(day);
        } else {
            uncountedReadings.add(new ReadingKey(day, task.reading()));
        }
    }

    void store(JdbcTemplate jdbc, long runId) {
        new ReadingAttempts(jdbc, runId).replace(days, attempts);
        new InputFindingWriter(jdbc, runId).replace(KINDS, days, findings);
        if (!WithdrawnFileTable.TABLE.isEmpty(jdbc)) {
            WorkspaceDayColumns.delete(jdbc, WithdrawnFileTable.TABLE, countedDays);
        }
        ReadingKey.delete(jdbc, TrafficFileTable.TABLE, uncountedReadings);
        ReadingKey.delete(jdbc, QuarantinedRecordTable.TABLE, uncountedReadings);
        // These totals were written in the transaction that is still open: no seal has seen them.
        ReadingKey.update(
                jdbc,
                "DELETE FROM control_total WHERE workspace_id = ? AND control_day = ? AND version = ? AND stage = '"
                        + ControlStage.QUARANTINED.code() + "'",
                uncountedReadings);
        ReadingKey.delete(jdbc, MeteringTaskTable.TABLE, uncountedReadings);
    }
}
