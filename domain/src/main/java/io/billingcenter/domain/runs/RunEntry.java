package io.billingcenter.domain.runs;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job according to the job repository.
 *
 * @param execution number among all executions
 * @param runId number of the run, as used by other tables
 * @param period day or month of the run
 * @param number number of the run for that period, from 1
 * @param workspace the only workspace of the run; null for all
 * @param started start time; null if it never started
 * @param ended end time; null if it is still running or was killed
 * @param status outcome
 * @param exitCode exit code kept by the job repository
 * @param failure first line of the failure; null if it did not fail
 * @param stepsDone number of completed steps
 * @param step current or last step; null if there is none
 */
public record RunEntry(
        long execution,
        long runId,
        String job,
        String period,
        long number,
        @Nullable String workspace,
        @Nullable LocalDateTime started,
        @Nullable LocalDateTime ended,
        Status status,
        String exitCode,
        @Nullable String failure,
        int stepsDone,
        @Nullable String step,
        @Nullable Reading reading) {

    /** The outcome of an execution. */
    public enum Status {
        /** The execution completed. */
        DONE("done"),
        /** The execution failed; the same command resumes it. */
        FAILED("failed"),
        /** The execution was stopped; the same command resumes it. */
        STOPPED("stopped"),
        /** The execution is still running, or its process was killed. */
        NOT_ENDED("not ended");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** Returns the text shown to people. */
        public String text() {
            return text;
        }
    }

    /**
     * The progress of reading traffic files.
     *
     * @param daysRead number of workspace-days read by the run
     * @param daysLeft number of workspace-days still to be read
     * @param bytesLeft size of their files
     */
    public record Reading(long daysRead, long daysLeft, long bytesLeft) {}
}
