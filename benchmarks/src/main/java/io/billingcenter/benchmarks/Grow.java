package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.Growth;
import io.billingcenter.benchmarks.comparison.SuiteOptions;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import io.billingcenter.benchmarks.traffic.TrafficShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the suite alone on traffic of several sizes. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the suite on traffic of several sizes and fits a line through its times.")
final class Grow implements Measuring {

    @Mixin
    private Places places = new Places();

    @Option(
            names = "--records",
            split = ",",
            defaultValue = "1000000,5000000,20000000,100000000",
            description = "Sizes, at least two (default ${DEFAULT-VALUE}).")
    private List<Long> records = List.of();

    @Option(
            names = "--largest",
            defaultValue = "0",
            description =
                    "A size that is run once, to see whether it completes; 0 for none (default ${DEFAULT-VALUE}).")
    private long largest;

    @Mixin
    private TrafficShape shape = new TrafficShape();

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the suite (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--pairs", defaultValue = "3", description = "Rounds over all sizes (default ${DEFAULT-VALUE}).")
    private int pairs = 3;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Override
    public Report measure() throws Exception {
        List<Long> sizes = records.stream().distinct().sorted().toList();
        if (sizes.size() < 2) {
            throw new IllegalArgumentException("Expected --records to name two sizes at least, found " + records);
        }
        List<Growth.Traffic> traffic = new ArrayList<>();
        for (long size : sizes) {
            traffic.add(trafficOf(size));
        }
        Growth growth = new Growth(
                places.home(),
                places.folder("runs"),
                TrafficOptions.of(largest, shape).day(),
                threads,
                options,
                System.err);
        Report report = growth.run(traffic, pairs);
        if (largest == 0) {
            return report;
        }
        System.err.println(report.text());
        return report.plus(growth.complete(trafficOf(largest)));
    }

    private Growth.Traffic trafficOf(long size) throws IOException {
        return new Growth.Traffic(size, places.trafficOf(TrafficOptions.of(size, shape)));
    }
}
