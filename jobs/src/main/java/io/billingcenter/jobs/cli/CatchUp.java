package io.billingcenter.jobs.cli;

import io.billingcenter.domain.runs.MissedNights;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.RunHistory;
import io.billingcenter.jobs.launch.RunRequest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a night after the nights that were missed since the last finished one. Each is a run of its own under its own day, so
 * that the result is the same as if all had been run in time. The command ends with the worst status of its nights.
 */
final class CatchUp {

    private final Supplier<CommandRun> runs;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<String> nights = new ArrayList<>();
    private MissedNights missed = MissedNights.NONE;
    private ExitStatus worst = ExitStatus.DONE;

    /** A sequence of nights. */
    CatchUp(Supplier<CommandRun> runs, PrintWriter out, PrintWriter err) {
        this.runs = runs;
        this.out = out;
        this.err = err;
    }

    /** Runs the missed nights, then the requested one; stops after the first night that does not end well. */
    ExitStatus run(RunRequest requested) {
        ExitStatus status = runs.get().execute(requested, context -> {
            missed = context.getBean(RunHistory.class).missedBefore(requested.requireDay());
            print(requested.requireDay());
            return missed.open().isEmpty();
        });
        if (missed.open().isEmpty()) {
            return status;
        }
        for (BillingDay night : missed.open()) {
            ExitStatus ended = runs.get()
                    .execute(RunRequest.forDay(requested.job(), night)
                            .allowingMissing(requested.statements().allowMissing()));
            note(night.toString(), ended);
            if (!ended.isDone()) {
                printNights();
                err.println("billing: the missed night " + night + " did not end well, so the nights after it up to "
                        + requested.period()
                        + " were not started. --no-catch-up runs a night without those before it.");
                return worst;
            }
        }
        note(requested.period(), runs.get().execute(requested));
        printNights();
        return worst;
    }

    private void note(String night, ExitStatus ended) {
        nights.add(night + " with " + ended.code());
        worst = worst.worse(ended);
    }

    private void printNights() {
        out.println("nights ended: " + String.join(", ", nights));
        out.flush();
    }

    /** Returns the first night that posts late usage: the first one to be run, unless its month is closed too. */
    private String firstPosted(BillingDay requested) {
        BillingDay first = missed.open().isEmpty() ? requested : missed.open().get(0);
        boolean isClosed = missed.closed().stream().anyMatch(day -> day.month().equals(first.month()));
        return isClosed ? "the first night of an open month" : first.toString();
    }

    private void print(BillingDay requested) {
        if (!missed.closed().isEmpty()) {
            out.println("missed nights " + MissedNights.format(missed.closed())
                    + ": of a closed month, left out; their late usage is posted under " + firstPosted(requested)
                    + " as far as the late window goes");
        }
        if (!missed.open().isEmpty()) {
            out.println("missed nights " + MissedNights.format(missed.open()) + ": run first, each under its own day");
        }
        out.flush();
    }
}
