package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The look-ups of the run in progress. Its steps and partitions share them; the next run reads the tables anew. Those of one
 * run are enough, since one run at a time works on a database.
 */
@Component
public class RunLookups implements JobExecutionListener {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private @Nullable Loaded loaded;

    private record Loaded(long execution, ReferenceLookups lookups) {}

    RunLookups(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Returns the look-ups of the run that a step belongs to. */
    public ReferenceLookups of(StepContribution contribution) {
        return of(contribution.getStepExecution().getJobExecution());
    }

    /** Returns the look-ups of a run. */
    synchronized ReferenceLookups of(JobExecution execution) {
        Loaded known = loaded;
        if (known == null || known.execution() != execution.getId()) {
            known = new Loaded(execution.getId(), asOf(RunRequest.of(execution).settledDay()));
            loaded = known;
        }
        return known.lookups();
    }

    /**
     * Returns look-ups for a question, apart from any run.
     *
     * @param settledDay day up to which settlement decides about locks of accounts
     */
    public ReferenceLookups asOf(BillingDay settledDay) {
        return new ReferenceLookups(jdbc, settings, settledDay);
    }

    @Override
    public synchronized void afterJob(JobExecution jobExecution) {
        loaded = null;
    }
}
