package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.Comparison;
import io.billingcenter.benchmarks.comparison.ComparisonOptions;
import io.billingcenter.benchmarks.comparison.ComparisonTable;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates the traffic, unless it exists, and runs the comparison. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the suite and DuckDB in turn on the same files and compares their results and costs.")
final class Compare implements Measuring {

    @Mixin
    private Places places = new Places();

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(
            names = "--job-metadata",
            description =
                    "Runs the suite once more to measure the cost of the tables of Spring Batch; always for tiny.")
    private boolean jobMetadata;

    @Override
    public Report measure() throws Exception {
        Path data = places.trafficOf(traffic);
        Comparison comparison = new Comparison(places.home(), data, places.folder("runs"), traffic.day(), options);
        ComparisonTable table = comparison.run(traffic.records(), System.err);
        Report report = new Report(traffic.describe() + "; " + table, table.findings());
        return jobMetadata || traffic.isTiny() ? report.plus(comparison.jobMetadata()) : report;
    }
}
