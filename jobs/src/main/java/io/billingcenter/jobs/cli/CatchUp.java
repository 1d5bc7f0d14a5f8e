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
 * Runs a night after those that were missed since the last finished one. Each is a run of its own under its own day, so
 * that the result is the same as if all had been run in time. The command ends with the worst status of its nights.
 */
final class CatchUp {

    private final Supplier<CommandRun> runs;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<String> nights = new ArrayList<>();
    private MissedNights missed = MissedNights.NONE;
    private ExitStatus worst = ExitStatus.DONE;

    /** A row of nights. */
    CatchUp(Supplier<CommandRun> runs, PrintWriter out, PrintWriter err) {
        this.runs = runs;
        this.out = out;
        this.err = err;
    }

    /** Runs what was missed, then what is asked for; the first night that does not end well is the last. */
    ExitStatus run(RunRequest asked) {
        ExitStatus status = runs.get().execute(asked, context -> {
            missed = context.getBean(RunHistory.class).missedBefore(asked.requireDay());
            tell(asked.requireDay());
            return missed.open().isEmpty();
        });
        if (missed.open().isEmpty()) {
            return status;
        }
        for (BillingDay night : missed.open()) {
            ExitStatus ended = runs.get()
                    .execute(RunRequest.forDay(asked.job(), night)
                            .allowingMissing(asked.statements().allowMissing()));
            note(night.toString(), ended);
            if (!ended.isDone()) {
                tellNights();
                err.println("billing: the missed night " + night + " did not end well, so the nights after it up to "
                        + asked.period() + " were not started. --no-catch-up runs a night without those before it.");
                return worst;
            }
        }
        note(asked.period(), runs.get().execute(asked));
        tellNights();
        return worst;
    }

    private void note(String night, ExitStatus ended) {
        nights.add(night + " with " + ended.code());
        worst = worst.worse(ended);
    }

    private void tellNights() {
        out.println("nights ended: " + String.join(", ", nights));
        out.flush();
    }

    /** The first night that is run takes in what came late, unless nothing can be posted into its month either. */
    private String firstPosted(BillingDay asked) {
        BillingDay first = missed.open().isEmpty() ? asked : missed.open().get(0);
        boolean isClosed = missed.closed().stream().anyMatch(day -> day.month().equals(first.month()));
        return isClosed ? "the first night of an open month" : first.toString();
    }

    private void tell(BillingDay asked) {
        if (!missed.closed().isEmpty()) {
            out.println("missed nights " + MissedNights.format(missed.closed())
                    + ": of a closed month, left out; what came for them is posted under " + firstPosted(asked)
                    + " as far as the late window goes");
        }
        if (!missed.open().isEmpty()) {
            out.println("missed nights " + MissedNights.format(missed.open()) + ": run first, each under its own day");
        }
        out.flush();
    }
}
