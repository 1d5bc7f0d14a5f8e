package io.billingcenter.writers.files.runs;

import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.domain.runs.RunEntry.Reading;
import io.billingcenter.domain.runs.RunEntry.Status;
import io.billingcenter.writers.files.explain.Node;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints runs, one line each, with a second line for a run that is not done. */
public final class RunList {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String NONE = "-";
    private static final int BYTES_IN_A_MEBIBYTE = 1 << 20;

    private RunList() {}

    /** Prints the runs in their order. */
    public static void print(List<RunEntry> runs, PrintWriter out) {
        if (runs.isEmpty()) {
            out.print("Nothing ever ran on this database.\n");
            return;
        }
        line(out, "run", "what", "started", "ended", "took", "how", "exit code");
        for (RunEntry run : runs) {
            line(
                    out,
                    Long.toString(run.execution()),
                    name(run),
                    time(run.started()),
                    time(run.ended()),
                    took(run),
                    run.status().text(),
                    run.exitCode());
            if (run.failure() != null && !run.failure().isEmpty()) {
                out.print("       " + run.failure() + "\n");
            }
            if (run.status() != Status.DONE) {
                out.print("       " + progress(run) + "\n");
            }
        }
    }

    /** Returns the same runs for programs. */
    public static Node tree(List<RunEntry> runs) {
        Node node = new Node("runs", "");
        for (RunEntry run : runs) {
            Reading reading = run.reading();
            node.add(new Node("run", Long.toString(run.execution()))
                    .with("run_id", run.runId())
                    .with("job", run.job())
                    .with("period", run.period())
                    .with("number", run.number())
                    .with("workspace", run.workspace())
                    .with("started", run.started())
                    .with("ended", run.ended())
                    .with("status", run.status().text())
                    .with("exit_code", run.exitCode())
                    .with("failure", run.failure())
                    .with("steps_done", run.stepsDone())
                    .with("step", run.step())
                    .with("days_read", reading == null ? null : reading.daysRead())
                    .with("days_left", reading == null ? null : reading.daysLeft())
                    .with("bytes_left", reading == null ? null : reading.bytesLeft()));
        }
        return node;
    }

    private static String name(RunEntry run) {
        String of = run.workspace() == null ? "" : " of " + run.workspace();
        return run.job() + " " + run.period() + of + " #" + run.number();
    }

    private static String progress(RunEntry run) {
        StringBuilder text = new StringBuilder();
        text.append(run.stepsDone()).append(run.stepsDone() == 1 ? " step done" : " steps done");
        if (run.step() != null) {
            text.append(", then ").append(run.step());
        }
        Reading reading = run.reading();
        if (reading != null && reading.daysLeft() > 0) {
            text.append("; ")
                    .append(count(reading.daysRead()))
                    .append(" of ")
                    .append(count(reading.daysRead() + reading.daysLeft()))
                    .append(" workspace-days read, ")
                    .append(count((reading.bytesLeft() + BYTES_IN_A_MEBIBYTE - 1) / BYTES_IN_A_MEBIBYTE))
                    .append(" MiB left");
        }
        return text.toString();
    }

    private static String took(RunEntry run) {
        LocalDateTime started = run.started();
        LocalDateTime ended = run.ended();
        if (started == null || ended == null) {
            return NONE;
        }
        long seconds = Duration.between(started, ended).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? NONE : TIME.format(time);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void line(PrintWriter out, Object... cells) {
        out.print(String.format(Locale.ROOT, "%5s  %-34s %-19s  %-19s %9s  %-9s %s", cells)
                .stripTrailing());
        out.print('\n');
    }
}
