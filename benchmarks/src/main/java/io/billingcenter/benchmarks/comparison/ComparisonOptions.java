package io.billingcenter.benchmarks.comparison;

import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of both sides of a comparison. */
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
            description =
                    "De-duplication by DuckDB: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}). none leaves distinct"
                            + " counts out too, on both sides.")
    private Deduplication deduplication = Deduplication.BY_CONTENT;

    @Option(names = "--suite-only", description = "Runs the suite alone: for figures about itself.")
    private boolean suiteOnly;

    /** Returns the number of counted runs of each side. */
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

    /** Returns one sentence on the runs of both sides, for people. */
    String describe() {
        return pairs + " pair(s) after " + suite.warmup() + " of warm-up, " + threads + " thread(s), heap of the suite "
                + suite.heap() + ", memory limit of DuckDB " + (duckDbMemory.isEmpty() ? "its own" : duckDbMemory)
                + ", DuckDB de-duplicates " + deduplication.name().toLowerCase(Locale.ROOT);
    }
}
