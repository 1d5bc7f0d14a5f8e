package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.ComparisonTable;
import io.billingcenter.benchmarks.comparison.SuiteOptions;
import io.billingcenter.benchmarks.comparison.ThreadGain;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the suite alone, with several threads and with one. */
@Command(
        name = "threads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the suite with several threads and with one in turn, above all for --skew giant.")
final class Threads implements Measuring {

    @Mixin
    private Places places = new Places();

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Number of threads compared with one (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(
            names = "--pairs",
            defaultValue = "5",
            description = "Runs of each number of threads, in turn (default ${DEFAULT-VALUE}).")
    private int pairs = 5;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Override
    public Report measure() throws Exception {
        Path data = places.trafficOf(traffic);
        ComparisonTable table = new ThreadGain(places.home(), data, places.folder("runs"), traffic.day(), options)
                .run(traffic.records(), threads, pairs, System.err);
        return new Report(traffic.describe() + "; " + table, table.findings().subList(0, 1));
    }
}
