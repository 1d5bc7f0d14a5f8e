package io.billingcenter.benchmarks.comparison;

import java.io.PrintStream;

/** Reports every run as soon as it has ended. Rounds count from 1; earlier runs are warm-up. */
final class Progress {

    private final PrintStream lines;

    Progress(PrintStream lines) {
        this.lines = lines;
    }

    ProcessUsage tell(int round, String side, ProcessUsage usage) {
        lines.println((round < 1 ? "warm-up" : "round " + round) + " " + side + ": " + usage.wallMillis() + " ms, CPU "
                + usage.cpuMillis() + " ms, peak " + usage.peakKilobytes() / 1024 + " MiB");
        return usage;
    }

    void tell(String line) {
        lines.println("  " + line);
    }
}
