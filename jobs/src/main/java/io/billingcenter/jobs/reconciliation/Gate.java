package io.billingcenter.jobs.reconciliation;

import io.billingcenter.domain.reconciliation.OutOfBalanceException;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what a comparison found, also when the step fails for it, and lets nothing through that does not balance. */
@Component
class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    Gate(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The name of the job that a step belongs to. */
    String jobOf(StepContribution contribution) {
        return contribution
                .getStepExecution()
                .getJobExecution()
                .getJobInstance()
                .getJobName();
    }

    /** The run that a step belongs to, as tables name it. */
    long runOf(StepContribution contribution) {
        return RunId.of(contribution);
    }

    /**
     * Compares, and keeps the result.
     *
     * @param expectation what is expected of the comparison, for people
     * @throws OutOfBalanceException when anything differs
     */
    void requireBalance(
            String gate, String expectation, StepContribution contribution, Consumer<ReconciliationResult> comparison) {
        long runId = runOf(contribution);
        ReconciliationResult sheet = new ReconciliationResult();
        comparison.accept(sheet);
        apart.executeWithoutResult(status -> new GateWriter(jdbc).store(gate, runId, sheet));
        sheet.discrepancies().forEach(found -> LOG.error("Out of balance at {}: {}", gate, found));
        if (!sheet.balances()) {
            throw new OutOfBalanceException(expectation, sheet);
        }
    }
}
