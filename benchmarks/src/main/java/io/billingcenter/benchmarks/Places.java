package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command finds the launcher, and where it works. */
final class Places {

    @Option(names = "--home", hidden = true, defaultValue = "${sys:billing.home:-.}")
    private Path home = Path.of("");

    @Option(
            names = "--work",
            defaultValue = "${sys:billing.home:-.}/benchmarks/target/work",
            description = "Folder for traffic, databases and results (default: benchmarks/target/work).")
    private Path work = Path.of("");

    /** Folder of the launcher {@code billing}. */
    Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** A folder to work in; made when it is not there. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name).toAbsolutePath().normalize());
    }

    /** The folder of that traffic; it is written when it is not there. */
    Path trafficOf(TrafficOptions traffic) throws IOException {
        Path data = folder("traffic").resolve(traffic.folderName());
        System.err.println("Traffic: " + traffic.describe() + " in " + data);
        new TrafficGenerator(traffic, Runtime.getRuntime().availableProcessors()).writeOnce(data);
        return data;
    }
}
