package io.billingcenter.jobs.reconciliation;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.WorkspaceDayControl;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.reconciliation.RawFileControl;
import io.billingcenter.readers.tables.reconciliation.WorkspaceDaySnapshotReader;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the stages from the files to the postings, of every workspace-day that was read, rated or posted. */
final class UsageGateTasklet implements Tasklet {

    private static final String GATE = "usage";

    private final Gate gate;
    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final BillingSettings settings;

    UsageGateTasklet(Gate gate, JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        this.gate = gate;
        this.jdbc = jdbc;
        this.folders = folders;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        GateWriter tables = new GateWriter(jdbc);
        tables.selectUnchecked(GATE);
        gate.requireBalance(GATE, Gate.AGREEMENT, contribution, result -> {
            compareDays(request, result);
            compareLists(result);
        });
        tables.passed(GATE, RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }

    private void compareDays(RunRequest request, ReconciliationResult result) {
        WorkspaceDayControl control = new WorkspaceDayControl(result);
        DayRange complete = completeDays(request);
        new WorkspaceDaySnapshotReader(jdbc)
                .read(day -> control.compare(
                        day,
                        complete != null
                                && complete.contains(day.workspaceDay().day())
                                && request.bills(day.workspaceDay().workspace())));
    }

    /** Returns the days on which this run has rated and posted everything that was read; null for a run that does neither. */
    private @Nullable DayRange completeDays(RunRequest request) {
        return request.job() == JobName.NIGHTLY || request.job() == JobName.RERUN
                ? request.billedDays(settings.metering().lateWindowDays())
                : null;
    }

    private void compareLists(ReconciliationResult result) {
        try {
            new RawFileControl(jdbc, folders.traffic(), result).compareLists();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
