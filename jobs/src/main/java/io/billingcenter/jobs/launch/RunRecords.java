package io.billingcenter.jobs.launch;

import io.billingcenter.domain.invoicing.InterruptedRunException;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.runs.RunReader;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.runs.RunWriter;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the table of runs; every row is written outside of the transactions of the steps. */
@Component
public class RunRecords implements JobExecutionListener, StepExecutionListener {

    private static final String OUR_MESSAGE = "Expected ";
    private static final int LONGEST_CHAIN = 30;

    private final RunWriter table;
    private final RunReader reader;
    private final UnfinishedRuns unfinished;

    RunRecords(JdbcTemplate jdbc) {
        this.table = new RunWriter(jdbc);
        this.reader = new RunReader(jdbc);
        this.unfinished = UnfinishedRuns.ofRating(jdbc);
    }

    Optional<Run> last(Run.Task task) {
        return reader.last(task);
    }

    /**
     * Requires that no run that posted up to a day is unfinished, since its postings are not settled or delivered alone.
     *
     * @throws InterruptedRunException when one is
     */
    void requireNothingCutOff(BillingDay day) {
        unfinished.cutOff(day).ifPresent(run -> {
            throw new InterruptedRunException(run);
        });
    }

    /**
     * Requires that no night that posted is unfinished, so that a rerun of another day does not settle and deliver its
     * postings. A night that a gate stopped does not count, since a rerun is the way to correct it.
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
            ownMessage(jobExecution)
                    .map(Throwable::toString)
                    .or(() -> messageOfStep(jobExecution))
                    .ifPresent(message -> jobExecution.setExitStatus(
                            new ExitStatus(jobExecution.getExitStatus().getExitCode(), message)));
        }
    }

    /** Returns the message of the step that did not complete; a job of flows does not take it over by itself. */
    private static Optional<String> messageOfStep(JobExecution execution) {
        if (!execution.getExitStatus().getExitDescription().isEmpty()) {
            return Optional.empty();
        }
        return execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED && !StepNames.isPartition(step))
                .map(step -> step.getExitStatus().getExitDescription())
                .filter(message -> !message.isEmpty())
                .reduce((first, last) -> last);
    }

    /**
     * Returns the failure with a message of the suite. The stack trace that the framework stores is cut off before it reaches
     * that message.
     */
    private static Optional<Throwable> ownMessage(JobExecution execution) {
        for (Throwable failure : execution.getAllFailureExceptions()) {
            Throwable cause = failure;
            for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
                if (String.valueOf(cause.getMessage()).startsWith(OUR_MESSAGE)) {
                    return Optional.of(cause);
                }
                cause = cause.getCause();
            }
        }
        return Optional.empty();
    }

    /** Records that a step is about to post. */
    @Override
    public void beforeStep(StepExecution stepExecution) {
        table.posting(RunId.of(stepExecution.getJobExecution()));
    }
}
