package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a night, at a stage of one, or at a rerun.
 *
 * @param runId number of the run; a later one has a higher number
 * @param day billing day that it is for
 * @param workspace only workspace that a rerun reads again; empty for all
 * @param postedDay day under which it posts; null when it posts nothing
 * @param finished whether it ran to its end
 * @param posted whether it has begun to post
 */
public record NightRun(
        long runId,
        Job job,
        BillingDay day,
        String workspace,
        @Nullable BillingDay postedDay,
        boolean finished,
        boolean posted) {

    /** Jobs that a day can be done by. */
    public enum Job {
        /** Everything of a day. */
        NIGHTLY("nightly", "nightly"),
        /** Traffic files into measures. */
        METER("meterTraffic", "meter"),
        /** Measures into postings. */
        BILL("billUsage", "bill"),
        /** Postings into payments. */
        SETTLE("settleBills", "settle"),
        /** Rows into files. */
        DELIVER("deliverFiles", "deliver"),
        /** A day read again. */
        RERUN("rerun", "rerun");

        private final String text;
        private final String command;

        Job(String text, String command) {
            this.text = text;
            this.command = command;
        }

        /** The name in tables. */
        public String text() {
            return text;
        }

        /** The job of that name, if it is one of these. */
        public static Optional<Job> of(String text) {
            return Arrays.stream(values()).filter(job -> job.text.equals(text)).findFirst();
        }
    }

    /** Returns whether the attempt may have left postings that were neither settled nor delivered. */
    boolean isCutOff() {
        return posted && !finished;
    }

    /** Returns whether it is a finished attempt of that job. */
    boolean hasFinished(Job wanted) {
        return finished && job == wanted;
    }

    /** The command that runs it again. */
    public String command() {
        return "billing " + job.command + " --day " + day
                + (workspace.isEmpty() ? "" : " --workspace " + workspace)
                + (job == Job.RERUN && postedDay != null && !postedDay.equals(day) ? " --posted-day " + postedDay : "");
    }

    /** Returns whether both are attempts at the same task. */
    boolean isSameTask(NightRun other) {
        return job == other.job
                && day.equals(other.day)
                && workspace.equals(other.workspace)
                && Objects.equals(postedDay, other.postedDay);
    }
}
