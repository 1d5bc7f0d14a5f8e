package io.billingcenter.jobs.launch;

import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepContribution;

/**
 * The number of a run, by which all tables of the suite refer to it. It is ours (table {@code run}), not that of the job
 * instance, and reaches every step as a parameter of the job that does not take part in the job's identity.
 */
public final class RunId {

    /** Name of the parameter of the job. */
    static final String PARAMETER = "runId";

    /** Expression that injects the number of the run into a bean of step scope. */
    public static final String OF_STEP =
            "#{stepExecution.jobExecution.jobParameters.getLong('" + RunId.PARAMETER + "')}";

    private RunId() {}

    /** The number of the run that a step belongs to. */
    public static long of(StepContribution contribution) {
        return of(contribution.getStepExecution().getJobExecution());
    }

    /** The number of the run that an execution is a try of. */
    public static long of(JobExecution execution) {
        return Objects.requireNonNull(execution.getJobParameters().getLong(PARAMETER), "the number of the run");
    }
}
