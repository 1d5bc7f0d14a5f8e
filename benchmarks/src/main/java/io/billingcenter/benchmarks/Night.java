package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.NightComparison;
import io.billingcenter.benchmarks.comparison.NightOptions;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Generates the traffic, unless it exists, and compares whole nights. */
@Command(
        name = "night",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs ./billing nightly and a script of DuckDB in turn on the same files and compares their bill lines and"
                    + " costs.",
            "The script meters, rates and posts, and writes usage.csv and bill-lines.csv in both profiles. It has no"
                    + " history, guards, gates and settlement, writes no other files, and stores nothing.",
            "With --against, the other side is another checkout of this program, and all delivered files are compared."
        })
final class Night implements Measuring {

    @Mixin
    private Places places = new Places();

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Report measure() throws Exception {
        Path data = places.trafficOf(traffic);
        NightComparison nights =
                new NightComparison(places.home(), data, places.folder("nights"), traffic.day(), options);
        Report report = nights.run(traffic.records(), System.err);
        return new Report(traffic.describe() + "; " + report.text(), report.findings());
    }
}
