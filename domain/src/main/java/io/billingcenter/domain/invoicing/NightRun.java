package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a night, of one of its stages, or of a rerun.
 *
 * @param runId number of the run; later runs have higher numbers
 * @param day billing day of the run
 * @param workspace the only workspace that a rerun reads again; empty for all
 * @param postedDay day under which it posts; null if it posts nothing
 * @param finished whether it completed
 * @param posted whether it has started to post
 */
public record NightRun(
        long runId,
        Job job,
        BillingDay day,
        String workspace,
        @Nullable BillingDay postedDay,
        boolean finished,
        boolean posted) {

    /** The jobs that can process a day. */
    public enum Job {
        /** All stages of a day. */
        NIGHTLY("nightly", "nightly"),
        /** From traffic files to measures. */
        METER("meterTraffic", "meter"),
        /** From measures to postings. */
        BILL("billUsage", "bill"),
        /** From postings to payments. */
        SETTLE("settleBills", "settle"),
        /** From rows to delivered files. */
        DELIVER("deliverFiles", "deliver"),
        /** All stages of a day that is read again. */
        RERUN("rerun", "rerun");

        private final String text;
        private final String command;

        Job(String text, String command) {
            this.text = text;
            this.command = command;
        }

        /** Returns the name used in tables. */
        public String text() {
            return text;
        }

        /** Returns the job with the given name, if it is one of these. */
        public static Optional<Job> of(String text) {
            return Arrays.stream(values()).filter(job -> job.text.equals(text)).findFirst();
        }
    }

    /** Returns whether the run may have left postings that were neither settled nor delivered. */
    boolean isCutOff() {
        return posted && !finished;
    }

    /** Returns whether this is a finished run of the given job. */
    boolean hasFinished(Job wanted) {
        return finished && job == wanted;
    }

    /** Returns the command that resumes the run. */
    public String command() {
        return "billing " + job.command + " --day " + day
                + (workspace.isEmpty() ? "" : " --workspace " + workspace)
                + (job == Job.RERUN && postedDay != null && !postedDay.equals(day) ? " --posted-day " + postedDay : "");
    }

    /** Returns whether both runs have the same task. */
    boolean isSameTask(NightRun other) {
        return job == other.job
                && day.equals(other.day)
                && workspace.equals(other.workspace)
                && Objects.equals(postedDay, other.postedDay);
    }
}
