package io.billingcenter.domain.runs;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job, as the job repository has it.
 *
 * @param execution its number among all executions
 * @param runId the number of the run, as other tables name it
 * @param period the day or month it is for
 * @param number the number of the run for that period, from 1 on
 * @param workspace the only workspace it is for; null for all
 * @param started when it started; null when it did not get so far
 * @param ended when it ended; null when it did not, or without a word
 * @param status how it ended
 * @param exitCode what the job repository keeps as exit code
 * @param failure the first line of what it failed for; null when it did not fail
 * @param stepsDone steps that are completed
 * @param step the step it is or was in; null when there is none
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

    /** How a run ended. */
    public enum Status {
        /** Everything was done. */
        DONE("done"),
        /** It failed; the same command resumes. */
        FAILED("failed"),
        /** It was stopped; the same command resumes. */
        STOPPED("stopped"),
        /** It is running, or ended without a word. */
        NOT_ENDED("not ended");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /**
     * How far reading is.
     *
     * @param daysRead workspace-days that the run has read
     * @param daysLeft workspace-days that wait
     * @param bytesLeft size of their files
     */
    public record Reading(long daysRead, long daysLeft, long bytesLeft) {}
}
