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

/** Stores the result of a comparison, even when the step fails because of it, and passes only stages that balance. */
@Component
class Gate {

    /** The expectation of the gates of a night, for people. */
    static final String AGREEMENT = "neighbouring stages to agree before anything is settled or delivered";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    Gate(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Compares, and stores the result.
     *
     * @param expectation the expectation of the comparison, for people
     * @throws OutOfBalanceException when anything differs
     */
    void requireBalance(
            String gate, String expectation, StepContribution contribution, Consumer<ReconciliationResult> comparison) {
        long runId = RunId.of(contribution);
        ReconciliationResult result = new ReconciliationResult();
        comparison.accept(result);
        apart.executeWithoutResult(status -> new GateWriter(jdbc).store(gate, runId, result));
        result.discrepancies().forEach(found -> LOG.error("Out of balance at {}: {}", gate, found));
        if (!result.balances()) {
            throw new OutOfBalanceException(expectation, result);
        }
    }
}
