package io.billingcenter.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options for running the suite. */
public final class SuiteOptions {

    @Option(names = "--heap", defaultValue = "512m", description = "Heap of the suite (default ${DEFAULT-VALUE}).")
    private String heap = "512m";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the suite, for example --set billing.metering.chunk-size=100.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--warmup",
            defaultValue = "1",
            description = "Runs of each side before those that count (default ${DEFAULT-VALUE}).")
    private int warmup = 1;

    /** Returns the number of runs of each side before counting starts. */
    int warmup() {
        return warmup;
    }

    String heap() {
        return heap;
    }

    /** Returns the options of the command {@code billing}. */
    List<String> arguments(int threads) {
        List<String> arguments = new ArrayList<>(List.of("--set", "billing.metering.threads=" + threads));
        settings.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        return arguments;
    }
}
