package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.invoicing.CloseFinding.Effect;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Determines the days of a month that are not done. A day is done if its night has finished, or if each of its stages
 * has, in any order of days. A run that posted but did not finish can only be finished; a run that ended before it
 * posted counts as never started.
 */
public final class Nights {

    private final @Nullable BillingDay first;
    private final List<NightRun> runs;

    /**
     * Creates the nights of a database.
     *
     * @param first day of the night that ran first, by number of the run; earlier days do not count; null if no
     *     night ran
     * @param runs runs for the days in question, and later nights
     */
    public Nights(@Nullable BillingDay first, List<NightRun> runs) {
        this.first = first;
        this.runs =
                runs.stream().sorted(Comparator.comparingLong(NightRun::runId)).toList();
    }

    /** Returns findings for the days of the month that are not done. */
    List<CloseFinding> notDone(BillingMonth month) {
        List<CloseFinding> findings = new ArrayList<>();
        BillingDay end = month.endExclusive();
        for (BillingDay day = month.firstDay(); day.isBefore(end); day = day.plusDays(1)) {
            ofDay(day).ifPresent(findings::add);
        }
        runs.stream()
                .filter(run -> run.job() == NightRun.Job.RERUN && run.isCutOff())
                .filter(run ->
                        run.postedDay() != null && run.postedDay().month().equals(month))
                .filter(run -> !isCompleted(run))
                .map(Nights::unfinished)
                .forEach(findings::add);
        return findings;
    }

    /** Returns the run for the day that posted but did not finish, unless it has been finished since. */
    public Optional<NightRun> cutOff(BillingDay day) {
        return lastCutOff(day).filter(run -> !isDone(day));
    }

    private Optional<CloseFinding> ofDay(BillingDay day) {
        Optional<NightRun> cutOff = cutOff(day);
        if (cutOff.isPresent()) {
            return cutOff.map(Nights::unfinished);
        }
        boolean counts = first != null && !day.isBefore(first);
        return counts && !isDone(day)
                ? Optional.of(new CloseFinding(
                        CloseReason.NIGHTS,
                        day,
                        "",
                        "no night of the day has finished; run billing nightly --day " + day,
                        Effect.BLOCKS))
                : Optional.empty();
    }

    private boolean isDone(BillingDay day) {
        // A run that posted and did not finish must be followed by a finished one; runs before it do not prove that its
        // postings were delivered.
        long after = lastCutOff(day).map(NightRun::runId).orElse(-1L);
        boolean stages = has(day, NightRun.Job.METER, -1)
                && Stream.of(NightRun.Job.BILL, NightRun.Job.SETTLE, NightRun.Job.DELIVER)
                        .allMatch(stage -> has(day, stage, after));
        return stages || has(day, NightRun.Job.NIGHTLY, after);
    }

    private boolean has(BillingDay day, NightRun.Job job, long after) {
        return ofDayRuns(day).anyMatch(run -> run.hasFinished(job) && run.runId() > after);
    }

    private Optional<NightRun> lastCutOff(BillingDay day) {
        return ofDayRuns(day)
                .filter(run -> run.job() != NightRun.Job.RERUN && run.isCutOff())
                .reduce((earlier, later) -> later);
    }

    private Stream<NightRun> ofDayRuns(BillingDay day) {
        return runs.stream().filter(run -> run.day().equals(day));
    }

    /** A rerun is finished by the same rerun, or by a night for its posted day or a later one. */
    private boolean isCompleted(NightRun rerun) {
        return runs.stream()
                .filter(run -> run.runId() > rerun.runId() && run.finished())
                .anyMatch(run -> run.isSameTask(rerun)
                        || run.job() == NightRun.Job.NIGHTLY
                                && rerun.postedDay() != null
                                && !run.day().isBefore(rerun.postedDay()));
    }

    private static CloseFinding unfinished(NightRun run) {
        return new CloseFinding(
                CloseReason.NIGHTS,
                run.day(),
                run.workspace(),
                "it posted and did not finish, and can only be finished; run " + run.command(),
                Effect.FORBIDS);
    }
}
