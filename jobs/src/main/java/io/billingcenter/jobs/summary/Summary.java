package io.billingcenter.jobs.summary;

import io.billingcenter.jobs.launch.RunRequest;
import java.io.PrintWriter;
import java.util.Locale;

/** The summary of a run while it is printed. */
public final class Summary {

    private final RunRequest request;
    private final long runId;
    private final PrintWriter out;
    private SummaryOutcome outcome = SummaryOutcome.DONE;

    /** A summary of a run, printed to a writer. */
    Summary(RunRequest request, long runId, PrintWriter out) {
        this.request = request;
        this.runId = runId;
        this.out = out;
    }

    /** Returns the request for the run. */
    public RunRequest request() {
        return request;
    }

    /** Returns the number of the run. */
    public long runId() {
        return runId;
    }

    /**
     * Prints a row.
     *
     * @param head subject of the row; empty when it continues the row above
     */
    public void row(String head, String text) {
        line(String.format(Locale.ROOT, "%-12s %s", head, text));
    }

    /** Prints an indented line. */
    public void line(String text) {
        out.println("  " + text);
    }

    /** Records that something of the run needs attention, which changes the exit status. */
    public void requireAttention() {
        outcome = outcome.worse(SummaryOutcome.ATTENTION);
    }

    /** Records that figures of a set do not balance, so that it was not published; this changes the exit status. */
    public void outOfBalance() {
        outcome = outcome.worse(SummaryOutcome.OUT_OF_BALANCE);
    }

    /** Returns the outcome of the run as the sections have found it. */
    SummaryOutcome outcome() {
        return outcome;
    }

    /** Returns a number as people read it. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
