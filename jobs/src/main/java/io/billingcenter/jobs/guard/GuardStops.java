package io.billingcenter.jobs.guard;

import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.GuardStoppedException;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.writers.tables.guard.GuardStopWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The stops of guards: a run passes with consent; without it, the reasons are stored and the run stops. */
@Component
public class GuardStops {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    GuardStops(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Requires that a person consented to these reasons.
     *
     * @param runId number of the run that is stopped
     * @throws GuardStoppedException when no person did; the reasons are stored even if the caller's transaction rolls back
     */
    public void requireConsent(GuardStop stop, long runId) {
        if (new ConsentReader(jdbc).covers(stop)) {
            return;
        }
        apart.executeWithoutResult(status -> new GuardStopWriter(jdbc).store(stop, runId));
        throw new GuardStoppedException(stop);
    }
}
