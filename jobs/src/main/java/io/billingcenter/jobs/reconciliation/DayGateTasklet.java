package io.billingcenter.jobs.reconciliation;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.metering.StagedCopies;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares everything of a day ({@link DayComparison}). */
final class DayGateTasklet implements Tasklet {

    private static final String GATE = "day";
    private static final String AGREEMENT = "neighbouring stages of the day to agree";

    private final Gate gate;
    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final BillingSettings settings;
    private final StagedCopies copies;

    DayGateTasklet(Gate gate, JdbcTemplate jdbc, Folders folders, BillingSettings settings, StagedCopies copies) {
        this.copies = copies;
        this.gate = gate;
        this.jdbc = jdbc;
        this.folders = folders;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunRequest request = RunRequest.of(contribution);
        copies.bringBack(request.requireDay());
        DayComparison comparison = new DayComparison(
                jdbc,
                new DeliveredRows(jdbc, settings.rules().units(), settings.zone()),
                folders.traffic(),
                folders.out());
        gate.requireBalance(GATE, AGREEMENT, contribution, result -> comparison.compare(request.requireDay(), result));
        return RepeatStatus.FINISHED;
    }
}
