package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.reconciliation.BillControl;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the invoices of a month with its postings, before the invoices are delivered. */
final class InvoiceGateTasklet implements Tasklet {

    private static final String GATE = "invoices";

    private final Gate gate;
    private final JdbcTemplate jdbc;

    InvoiceGateTasklet(Gate gate, JdbcTemplate jdbc) {
        this.gate = gate;
        this.jdbc = jdbc;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        gate.requireBalance(
                GATE,
                Gate.AGREEMENT,
                contribution,
                result -> new BillControl(jdbc, result).compareInvoices(request.monthOrThatOfPostedDay()));
        return RepeatStatus.FINISHED;
    }
}
