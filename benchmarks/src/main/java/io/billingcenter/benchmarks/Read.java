package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.parsing.ReadingRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures reading one file in one thread, compared with counting its lines and with Spring Batch's reader. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads one file: newlines only, the fast and the plain reader, Spring Batch's flat-file reader.")
final class Read implements Measuring {

    @Option(names = "--records", defaultValue = "500000", description = "Records (default ${DEFAULT-VALUE}).")
    private long records = 500_000;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count (default ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Mixin
    private Places places = new Places();

    @Override
    public Report measure() throws Exception {
        return ReadingRates.measure(places.folder("read"), records, rounds);
    }
}
