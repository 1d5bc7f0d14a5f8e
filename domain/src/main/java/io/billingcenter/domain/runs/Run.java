package io.billingcenter.domain.runs;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A run: all executions under one number for one task.
 *
 * @param runId number by which all tables refer to it; a later run has a higher one
 * @param attempt number among the runs of the same task, from 1
 * @param instanceId job instance of Spring Batch; null when it has none, or none any more
 * @param finished whether a try came to its end
 * @param posted whether a try has begun to post
 * @param inputsDigest digest of the input that the last try was begun with; null when it was not noted
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
     * The work of a run.
     *
     * @param job name of the job
     * @param period billing day or month, as text
     * @param workspace only workspace that is read again; null for all
     * @param postedDay day under which it posts; null when it posts nothing
     */
    public record Task(
            String job,
            String period,
            @Nullable WorkspaceId workspace,
            @Nullable BillingDay postedDay) {}
}
