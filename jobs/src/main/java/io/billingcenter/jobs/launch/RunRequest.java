package io.billingcenter.jobs.launch;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The request of a command, checked when it is made; nothing below it reads a parameter map.
 *
 * @param day billing day of the run; null when it is for a month
 * @param month billing month of the run; null when it is for a day
 * @param postedDay day under which differences are posted; null when nothing is posted
 * @param workspace the only workspace that is read again; null for all
 * @param from the file that the run takes in; null when it takes none
 * @param missing statements of the person who gave the command about missing input
 */
public record RunRequest(
        JobName job,
        @Nullable BillingDay day,
        @Nullable BillingMonth month,
        @Nullable BillingDay postedDay,
        @Nullable WorkspaceId workspace,
        @Nullable Path from,
        Missing missing) {

    /**
     * A person's statements about missing input.
     *
     * @param withdrawn whether the files of the workspace-day that are gone are withdrawn
     * @param emptyAccepted why the traffic store may be without any folder for the day; null when it may not
     */
    public record Missing(boolean withdrawn, @Nullable String emptyAccepted) {

        /** No statement. */
        public static final Missing NOT_MEANT = new Missing(false, null);
    }

    private static final String RUN = "run";

    /** Checks that the run is for a day or for a month. */
    public RunRequest {
        if ((day == null) == (month == null)) {
            throw new IllegalArgumentException("Expected a day or a month, found " + day + " and " + month);
        }
    }

    /** A run that takes in no file. */
    public RunRequest(
            JobName job,
            @Nullable BillingDay day,
            @Nullable BillingMonth month,
            @Nullable BillingDay postedDay,
            @Nullable WorkspaceId workspace) {
        this(job, day, month, postedDay, workspace, null);
    }

    /** A request without statements about missing input. */
    public RunRequest(
            JobName job,
            @Nullable BillingDay day,
            @Nullable BillingMonth month,
            @Nullable BillingDay postedDay,
            @Nullable WorkspaceId workspace,
            @Nullable Path from) {
        this(job, day, month, postedDay, workspace, from, Missing.NOT_MEANT);
    }

    /** The same request with these statements about missing input. */
    public RunRequest saying(Missing said) {
        return new RunRequest(job, day, month, postedDay, workspace, from, said);
    }

    /** A run for a day that posts under that day. */
    public static RunRequest forDay(JobName job, BillingDay day) {
        return new RunRequest(job, day, null, day, null);
    }

    /** A run for a month. */
    public static RunRequest forMonth(JobName job, BillingMonth month) {
        return new RunRequest(job, null, month, null, null);
    }

    /** The day of a run that has one. */
    public BillingDay requireDay() {
        return Objects.requireNonNull(day, "a run for a day");
    }

    /** The month of a run that has one. */
    public BillingMonth requireMonth() {
        return Objects.requireNonNull(month, "a run for a month");
    }

    /** The day under which a run posts. */
    public BillingDay requirePostedDay() {
        return Objects.requireNonNull(postedDay, "a run that posts");
    }

    /** The day up to which a run settles: the one under which it posts, or the last of its month. */
    public BillingDay settledDay() {
        return postedDay != null ? postedDay : requireMonth().endExclusive().minusDays(1);
    }

    /** Whether files are read again although nothing shows that they have changed. */
    public boolean rereads(WorkspaceId candidate, BillingDay candidateDay) {
        return job == JobName.RERUN && candidateDay.equals(day) && (workspace == null || workspace.equals(candidate));
    }

    /** Returns whether the missing files of a workspace-day are withdrawn. */
    public boolean withdraws(WorkspaceId candidate, BillingDay candidateDay) {
        return missing.withdrawn() && rereads(candidate, candidateDay);
    }

    /**
     * The billing days that the run rates and posts: its own and the late window before it; of a day that is read again, that
     * day alone.
     */
    public DayRange billedDays(int lateWindowDays) {
        BillingDay last = requireDay();
        return new DayRange(job == JobName.RERUN ? last : last.minusDays(lateWindowDays), last.plusDays(1));
    }

    /** Returns whether the run rates and posts that workspace, on days that it bills. */
    public boolean bills(WorkspaceId candidate) {
        return job != JobName.RERUN || workspace == null || workspace.equals(candidate);
    }

    /** The day or month, as text. */
    public String period() {
        return day != null ? day.toString() : requireMonth().toString();
    }

    /** The work that is asked for, as the table of runs knows it. */
    Run.Task task() {
        return new Run.Task(job.text(), period(), workspace, postedDay);
    }

    /** The identity of the attempt with that number as the job repository knows it. */
    JobParameters parameters(long run) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        if (day != null) {
            parameters.addLocalDate("day", day.date());
        } else {
            parameters.addString("month", requireMonth().toString());
        }
        if (workspace != null) {
            parameters.addString("workspace", workspace.value());
        }
        if (postedDay != null) {
            parameters.addLocalDate("postedDay", postedDay.date());
        }
        if (from != null) {
            parameters.addString("from", from.toString());
        }
        if (missing.withdrawn()) {
            parameters.addString("missing", "withdrawn");
        }
        return parameters.addLong(RUN, run).toJobParameters();
    }
}
