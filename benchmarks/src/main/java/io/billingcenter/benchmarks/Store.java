package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.storing.StoringTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures storing results, compared with plain inserts of the same rows. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Stores workspace-days by MeteredDayWriter and by plain JDBC inserts in turn.")
final class Store implements Measuring {

    @Option(names = "--days", defaultValue = "20000", description = "Workspace-days (default ${DEFAULT-VALUE}).")
    private int days = 20_000;

    @Option(
            names = "--chunk-size",
            defaultValue = "500",
            description = "Workspace-days in one transaction (default ${DEFAULT-VALUE}, as the suite is set).")
    private int chunkSize = 500;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count (default ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Mixin
    private Places places = new Places();

    @Override
    public Report measure() throws Exception {
        return StoringTimes.measure(places.folder("store"), days, chunkSize, rounds);
    }
}
