package io.billingcenter.domain.runs;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A run: all executions of one task under one run number.
 *
 * @param runId number by which all tables refer to the run; later runs have higher numbers
 * @param attempt number among the runs of the same task, from 1
 * @param instanceId id of the job instance of Spring Batch; null if there is none any more
 * @param finished whether an execution has completed
 * @param posted whether an execution has started to post
 * @param inputsDigest digest of the input that the last execution started with; null if it was not recorded
 */
public record Run(
        long runId,
        Task task,
        int attempt,
        @Nullable Long instanceId,
        boolean finished,
        boolean posted,
        @Nullable String inputsDigest) {

    /**
     * The task of a run.
     *
     * @param job name of the job
     * @param period billing day or month, as text
     * @param workspace the only workspace that is read again; null for all
     * @param postedDay day under which the run posts; null if it posts nothing
     */
    public record Task(
            String job,
            String period,
            @Nullable WorkspaceId workspace,
            @Nullable BillingDay postedDay) {}
}
