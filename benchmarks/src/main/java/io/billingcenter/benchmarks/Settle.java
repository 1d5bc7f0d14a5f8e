package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.settling.SettlingTimes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures settling the bills of a day, for growing numbers of accounts. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Settles the bills of a day for growing numbers of accounts; BENCHMARK_HEAP=512m bounds the memory.")
final class Settle implements Measuring {

    @Option(
            names = "--accounts",
            split = ",",
            defaultValue = "10000,30000,100000",
            description = "Numbers of accounts (default ${DEFAULT-VALUE}).")
    private List<Integer> accounts = List.of();

    @Option(names = "--lines", defaultValue = "10", description = "Lines of a bill (default ${DEFAULT-VALUE}).")
    private int lines = 10;

    @Mixin
    private Places places = new Places();

    @Override
    public Report measure() throws Exception {
        return SettlingTimes.measure(places.folder("settle"), accounts, lines);
    }
}
