package io.billingcenter.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Option(names = "--heap", defaultValue = "512m", description = "Heap of the suite (default ${DEFAULT-VALUE}).")
    private String heap = "512m";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the suite, for example --set billing.metering.chunk-size=100.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--duckdb-memory",
            defaultValue = "",
            description = "Memory limit of DuckDB, like 1GB (default: its own, 80 %% of the machine).")
    private String duckDbMemory = "";

    @Option(
            names = "--deduplication",
            defaultValue = "by_content",
            description = "What DuckDB does: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}). none leaves distinct"
                    + " counts out too; its rows are not compared.")
    private Deduplication deduplication = Deduplication.BY_CONTENT;

    @Option(names = "--suite-only", description = "Runs the suite alone: for figures about itself.")
    private boolean suiteOnly;

    /** How often each side runs. */
    int pairs() {
        return pairs;
    }

    int threads() {
        return threads;
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

    /** Options of the command {@code billing}. */
    List<String> billingOptions() {
        List<String> options = new ArrayList<>(List.of("--set", "billing.metering.threads=" + threads));
        settings.forEach((name, value) -> options.addAll(List.of("--set", name + "=" + value)));
        return options;
    }

    /** Environment of the command {@code billing}. */
    Map<String, String> billingEnvironment() {
        return Map.of("BILLING_HEAP", heap);
    }

    /** One sentence on how the sides run, for people. */
    String describe() {
        return pairs + " pair(s), " + threads + " thread(s), heap of the suite " + heap + ", memory limit of DuckDB "
                + (duckDbMemory.isEmpty() ? "its own" : duckDbMemory) + ", DuckDB de-duplicates "
                + deduplication.name().toLowerCase(Locale.ROOT);
    }
}
