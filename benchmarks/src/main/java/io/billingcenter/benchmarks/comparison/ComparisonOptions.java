package io.billingcenter.benchmarks.comparison;

import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how the two sides run. */
public final class ComparisonOptions {

    @Option(
            names = "--pairs",
            defaultValue = "5",
            description = "Runs of each side, in turn (default ${DEFAULT-VALUE}).")
    private int pairs = 5;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of each side (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--duckdb-memory",
            defaultValue = "",
            description = "Memory limit of DuckDB, like 1GB (default: its own, 80 %% of the machine).")
    private String duckDbMemory = "";

    @Option(
            names = "--deduplication",
            defaultValue = "by_content",
            description = "What DuckDB does: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}). none leaves distinct"
                    + " counts out too, on both sides.")
    private Deduplication deduplication = Deduplication.BY_CONTENT;

    @Option(names = "--suite-only", description = "Runs the suite alone: for figures about itself.")
    private boolean suiteOnly;

    /** How often each side runs and counts. */
    int pairs() {
        return pairs;
    }

    int threads() {
        return threads;
    }

    SuiteOptions suite() {
        return suite;
    }

    String duckDbMemory() {
        return duckDbMemory;
    }

    Deduplication deduplication() {
        return deduplication;
    }

    boolean suiteOnly() {
        return suiteOnly;
    }

    /** One sentence on how the sides run, for people. */
    String describe() {
        return pairs + " pair(s) after " + suite.warmup() + " of warm-up, " + threads + " thread(s), heap of the suite "
                + suite.heap() + ", memory limit of DuckDB " + (duckDbMemory.isEmpty() ? "its own" : duckDbMemory)
                + ", DuckDB de-duplicates " + deduplication.name().toLowerCase(Locale.ROOT);
    }
}
