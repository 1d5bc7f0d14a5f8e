package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.reconciliation.BillControl;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares bills with their settlement, after they are settled and before they are delivered. */
final class BillGateTasklet implements Tasklet {

    private static final String GATE = "bills";

    private final Gate gate;
    private final JdbcTemplate jdbc;

    BillGateTasklet(Gate gate, JdbcTemplate jdbc) {
        this.gate = gate;
        this.jdbc = jdbc;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        GateWriter tables = new GateWriter(jdbc);
        tables.selectUncheckedBills(GATE, request.settledDay(), request.job() == JobName.DELIVER_FILES);
        gate.requireBalance(GATE, Gate.AGREEMENT, contribution, result -> new BillControl(jdbc, result).compareBills());
        tables.passed(GATE, RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }
}
