package io.billingcenter.jobs.launch;

import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepContribution;

/**
 * The number of a run, by which all tables of the suite refer to it. It comes from the table {@code run}, not from the job
 * instance, and reaches every step as a non-identifying job parameter.
 */
public final class RunId {

    /** Expression that injects the number of the run into a bean of step scope. */
    public static final String OF_STEP = "#{jobParameters['" + RunParameters.RUN_ID + "']}";

    private RunId() {}

    /** Returns the number of the run that a step belongs to. */
    public static long of(StepContribution contribution) {
        return of(contribution.getStepExecution().getJobExecution());
    }

    /** Returns the number of the run that an execution belongs to. */
    public static long of(JobExecution execution) {
        return Objects.requireNonNull(
                execution.getJobParameters().getLong(RunParameters.RUN_ID), "the number of the run");
    }
}
