package io.billingcenter.jobs.launch;

import io.billingcenter.domain.invoicing.InterruptedRunException;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.runs.RunReader;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.runs.RunTable;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the table of runs: every row is written outside of the transactions of the steps. */
@Component
public class RunRecords implements JobExecutionListener, StepExecutionListener {

    private static final String OUR_WORDS = "Expected ";
    private static final int LONGEST_CHAIN = 30;

    private final RunTable table;
    private final RunReader reader;
    private final UnfinishedRuns unfinished;

    RunRecords(JdbcTemplate jdbc) {
        this.table = new RunTable(jdbc);
        this.reader = new RunReader(jdbc);
        this.unfinished = UnfinishedRuns.ofRating(jdbc);
    }

    Optional<Run> last(Run.Task task) {
        return reader.last(task);
    }

    /**
     * Requires that no run is left that posted up to a day and did not finish: nothing of it is settled or delivered alone.
     *
     * @throws InterruptedRunException when one is
     */
    void requireNothingCutOff(BillingDay day) {
        unfinished.cutOff(day).ifPresent(run -> {
            throw new InterruptedRunException(run);
        });
    }

    /**
     * Requires that no night is left that posted and did not finish, so that reading another day again settles and delivers
     * nothing of it. A night that a gate stopped is no such night: reading a day again is how it is corrected.
     *
     * @throws InterruptedRunException when one is
     */
    void requireNoNightCutOff() {
        unfinished.cutOffNight().ifPresent(run -> {
            throw new InterruptedRunException(run);
        });
    }

    long begin(Run.Task task, int attempt) {
        return table.begin(task, attempt);
    }

    @Override
    public void beforeJob(JobExecution jobExecution) {
        table.instance(RunId.of(jobExecution), jobExecution.getJobInstance().getInstanceId());
    }

    @Override
    public void afterJob(JobExecution jobExecution) {
        if (jobExecution.getStatus() == BatchStatus.COMPLETED) {
            table.finished(RunId.of(jobExecution));
        } else {
            ownWords(jobExecution)
                    .ifPresent(cause -> jobExecution.setExitStatus(
                            new ExitStatus(jobExecution.getExitStatus().getExitCode(), cause.toString())));
        }
    }

    /** The failure in the words of the suite; the trace that the framework keeps is cut off before it. */
    private static Optional<Throwable> ownWords(JobExecution execution) {
        for (Throwable failure : execution.getAllFailureExceptions()) {
            Throwable cause = failure;
            for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
                if (String.valueOf(cause.getMessage()).startsWith(OUR_WORDS)) {
                    return Optional.of(cause);
                }
                cause = cause.getCause();
            }
        }
        return Optional.empty();
    }

    /** Of a step that posts: notes that it is about to. */
    @Override
    public void beforeStep(StepExecution stepExecution) {
        table.posting(RunId.of(stepExecution.getJobExecution()));
    }
}
