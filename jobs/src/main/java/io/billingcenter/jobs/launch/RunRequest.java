package io.billingcenter.jobs.launch;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepContribution;

/**
 * The request for a run of a job. A launcher turns it into job parameters, and every step makes it again from them
 * ({@link RunParameters}), so a step depends on nothing that only the process of the launcher has.
 *
 * @param day billing day of the run; null when it is for a month
 * @param month billing month of the run; null when it is for a day
 * @param postedDay day under which differences are posted; null when nothing is posted
 * @param workspace the only workspace that is read again; null for all
 * @param from the file that the run reads; null when it reads none
 * @param statements statements of the person who requested the run
 */
public record RunRequest(
        JobName job,
        @Nullable BillingDay day,
        @Nullable BillingMonth month,
        @Nullable BillingDay postedDay,
        @Nullable WorkspaceId workspace,
        @Nullable Path from,
        Statements statements) {

    /**
     * A person's statements about missing input and open items.
     *
     * @param withdrawn whether the missing files of the workspace-day are withdrawn
     * @param emptyAccepted the reason for which the traffic store may have no folder for the day; null when it may not
     * @param allowMissing the reference files that may be missing
     * @param acceptance the open items with which a month may be closed
     * @param issueDate the date for the invoices of a month; null when none are issued
     * @param correction the request to correct an invoice; null when none is corrected
     */
    public record Statements(
            boolean withdrawn,
            @Nullable String emptyAccepted,
            Set<ReferenceFile> allowMissing,
            CloseAcceptance acceptance,
            @Nullable IssueDate issueDate,
            @Nullable InvoiceCorrection correction) {

        /** No statement. */
        public static final Statements NONE = new Statements(false, null, Set.of(), CloseAcceptance.NONE, null, null);

        /** Keeps a copy of the files. */
        public Statements {
            allowMissing = Set.copyOf(allowMissing);
        }
    }

    /** Checks that the run is for a day or for a month. */
    public RunRequest {
        if ((day == null) == (month == null)) {
            throw new IllegalArgumentException("Expected a day or a month, found " + day + " and " + month);
        }
    }

    /** Returns a request without a file and without statements. */
    public RunRequest(
            JobName job,
            @Nullable BillingDay day,
            @Nullable BillingMonth month,
            @Nullable BillingDay postedDay,
            @Nullable WorkspaceId workspace) {
        this(job, day, month, postedDay, workspace, null);
    }

    /** Returns a request without statements. */
    public RunRequest(
            JobName job,
            @Nullable BillingDay day,
            @Nullable BillingMonth month,
            @Nullable BillingDay postedDay,
            @Nullable WorkspaceId workspace,
            @Nullable Path from) {
        this(job, day, month, postedDay, workspace, from, Statements.NONE);
    }

    /** Returns a request for a day that posts under that day. */
    public static RunRequest forDay(JobName job, BillingDay day) {
        return new RunRequest(job, day, null, day, null);
    }

    /** Returns a request for a month. */
    public static RunRequest forMonth(JobName job, BillingMonth month) {
        return new RunRequest(job, null, month, null, null);
    }

    /** Returns the request for which a job was launched. */
    public static RunRequest of(JobExecution execution) {
        return RunParameters.requestOf(execution);
    }

    /** Returns the request for which the job of a step was launched. */
    public static RunRequest of(StepContribution contribution) {
        return of(contribution.getStepExecution().getJobExecution());
    }

    /** Returns the same request with the statement that the missing files are withdrawn, or without it. */
    public RunRequest withdrawing(boolean withdrawn) {
        return with(new Statements(
                withdrawn,
                statements.emptyAccepted(),
                statements.allowMissing(),
                statements.acceptance(),
                statements.issueDate(),
                statements.correction()));
    }

    /**
     * Returns the same request, accepting that the traffic store has no folder for the day.
     *
     * @param reason the reason; null when it is not accepted
     */
    public RunRequest acceptingEmpty(@Nullable String reason) {
        return with(new Statements(
                statements.withdrawn(),
                reason,
                statements.allowMissing(),
                statements.acceptance(),
                statements.issueDate(),
                statements.correction()));
    }

    /** Returns the same request, allowing these reference files to be missing. */
    public RunRequest allowingMissing(Set<ReferenceFile> files) {
        return with(new Statements(
                statements.withdrawn(),
                statements.emptyAccepted(),
                files,
                statements.acceptance(),
                statements.issueDate(),
                statements.correction()));
    }

    /** Returns the same request, accepting open items of a month. */
    public RunRequest accepting(CloseAcceptance acceptance) {
        return with(new Statements(
                statements.withdrawn(),
                statements.emptyAccepted(),
                statements.allowMissing(),
                acceptance,
                statements.issueDate(),
                statements.correction()));
    }

    /** Returns the same request, correcting an invoice. */
    public RunRequest correcting(InvoiceCorrection correction) {
        return with(new Statements(
                statements.withdrawn(),
                statements.emptyAccepted(),
                statements.allowMissing(),
                statements.acceptance(),
                statements.issueDate(),
                correction));
    }

    /** Returns the same request, with the date for the invoices of its month. */
    public RunRequest issuingOn(IssueDate date) {
        return with(new Statements(
                statements.withdrawn(),
                statements.emptyAccepted(),
                statements.allowMissing(),
                statements.acceptance(),
                date,
                statements.correction()));
    }

    private RunRequest with(Statements said) {
        return new RunRequest(job, day, month, postedDay, workspace, from, said);
    }

    /** Returns the day of a run that has one. */
    public BillingDay requireDay() {
        return Objects.requireNonNull(day, "a run for a day");
    }

    /** Returns the month of a run that has one. */
    public BillingMonth requireMonth() {
        return Objects.requireNonNull(month, "a run for a month");
    }

    /** Returns the date for the invoices of a run that issues some. */
    public IssueDate requireIssueDate() {
        return Objects.requireNonNull(statements.issueDate(), "a run that issues invoices");
    }

    /** Returns the day under which the run posts. */
    public BillingDay requirePostedDay() {
        return Objects.requireNonNull(postedDay, "a run that posts");
    }

    /** Returns the month of a run that has one, or of the day under which it posts. */
    public BillingMonth monthOrThatOfPostedDay() {
        return month != null ? month : requirePostedDay().month();
    }

    /** Returns the correction of a run that corrects an invoice. */
    public InvoiceCorrection requireCorrection() {
        return Objects.requireNonNull(statements.correction(), "a run that corrects an invoice");
    }

    /** Returns the file of a run that reads one. */
    public Path requireFrom() {
        return Objects.requireNonNull(from, "a run with a file");
    }

    /** Returns the day up to which the run settles: the one under which it posts, or the last of its month. */
    public BillingDay settledDay() {
        return postedDay != null ? postedDay : requireMonth().endExclusive().minusDays(1);
    }

    /** Returns whether files are read again although nothing shows that they have changed. */
    public boolean rereads(WorkspaceId candidate, BillingDay candidateDay) {
        return job == JobName.RERUN && candidateDay.equals(day) && (workspace == null || workspace.equals(candidate));
    }

    /** Returns whether the missing files of a workspace-day are withdrawn. */
    public boolean withdraws(WorkspaceId candidate, BillingDay candidateDay) {
        return statements.withdrawn() && rereads(candidate, candidateDay);
    }

    /**
     * Returns the billing days that the run rates and posts: its own and the late window before it; for a rerun, its own
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

    /** Returns whether the run bills for a day; false for a month, for comparisons, for repairs of traffic and
     * for credits. */
    public boolean isOfBillingDay() {
        return day != null && !job.compares() && !job.ofRepairs() && !job.corrects();
    }

    /** Returns the day or month, as text. */
    public String period() {
        return day != null ? day.toString() : requireMonth().toString();
    }

    /** Returns the requested work, as the table of runs names it. */
    Run.Task task() {
        return new Run.Task(job.text(), period(), workspace, postedDay);
    }
}
