package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.Comparison;
import io.billingcenter.benchmarks.comparison.ComparisonOptions;
import io.billingcenter.benchmarks.comparison.ComparisonTable;
import io.billingcenter.benchmarks.comparison.DifferentRowsException;
import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the traffic, unless it is there, and runs the comparison. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the suite and DuckDB in turn on the same files and compares their results and costs.")
final class Compare implements Callable<Integer> {

    private static final int DIFFERENT = 3;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:billing.home:-.}")
    private Path home = Path.of("");

    @Option(
            names = "--work",
            defaultValue = "${sys:billing.home:-.}/benchmarks/target/work",
            description = "Folder for traffic, databases and results (default: benchmarks/target/work).")
    private Path work = Path.of("");

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Override
    public Integer call() throws Exception {
        Path data = work.resolve("traffic")
                .resolve(traffic.folderName())
                .toAbsolutePath()
                .normalize();
        Path runs =
                Files.createDirectories(work.resolve("runs").toAbsolutePath().normalize());
        System.err.println("Traffic: " + traffic.describe() + " in " + data);
        new TrafficGenerator(traffic, Runtime.getRuntime().availableProcessors()).writeOnce(data);
        Comparison comparison = new Comparison(home.toAbsolutePath().normalize(), data, runs, traffic.day(), options);
        try {
            ComparisonTable table = comparison.run(traffic.records(), System.err);
            System.out.println(traffic.describe() + "; " + table);
        } catch (DifferentRowsException e) {
            System.err.println(e.getMessage());
            return DIFFERENT;
        }
        return 0;
    }
}
