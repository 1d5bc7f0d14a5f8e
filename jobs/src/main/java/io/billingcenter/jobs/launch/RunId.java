package io.billingcenter.jobs.launch;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepContribution;

/** The number of a run, by which all tables of the suite refer to it. */
public final class RunId {

    /** Expression that injects the number of the run into a bean of step scope. */
    public static final String OF_STEP = "#{stepExecution.jobExecution.jobInstance.instanceId}";

    private RunId() {}

    /** The number of the run that a step belongs to. */
    public static long of(StepContribution contribution) {
        return of(contribution.getStepExecution().getJobExecution());
    }

    /** The number of the run that an execution is a try of. */
    public static long of(JobExecution execution) {
        return execution.getJobInstance().getInstanceId();
    }
}
