package io.billingcenter.jobs.settlement;

import io.billingcenter.domain.settlement.ReleaseNotices;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.settlement.NoticeWriter;
import io.billingcenter.writers.tables.settlement.SettlementTasks;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the notices about cloud accounts that have ended, then records the day as settled. */
final class RecordSettledTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final RunLookups runLookups;

    RecordSettledTasklet(JdbcTemplate jdbc, RunLookups runLookups) {
        this.jdbc = jdbc;
        this.runLookups = runLookups;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        BillingDay day = RunRequest.of(contribution).settledDay();
        ReferenceLookups lookups = runLookups.of(contribution);
        SettlementTasks tasks = new SettlementTasks(jdbc);
        var releases = ReleaseNotices.until(day, lookups.bindings(), lookups.releasedVendors(), lookups.directory());
        // The last settled day bounds the new notices, so they are stored before this day is recorded.
        var stored = new NoticeWriter(jdbc).storeReleases(releases, tasks.lastSettled());
        new DeliveryDue(jdbc).markAgain(stored, "");
        tasks.noteSettled(day, RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }
}
