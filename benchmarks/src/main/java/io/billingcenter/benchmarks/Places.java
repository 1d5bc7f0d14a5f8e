package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folders of a command: the launcher's and its working folder. */
final class Places {

    @Option(names = "--home", hidden = true, defaultValue = "${sys:billing.home:-.}")
    private Path home = Path.of("");

    @Option(
            names = "--work",
            defaultValue = "${sys:billing.home:-.}/benchmarks/target/work",
            description = "Folder for traffic, databases and results (default: benchmarks/target/work).")
    private Path work = Path.of("");

    /** Returns the folder of the launcher {@code billing}. */
    Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** Returns a working folder, which is created if it does not exist. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name).toAbsolutePath().normalize());
    }

    /** Returns the folder of that traffic, which is generated if it does not exist. */
    Path trafficOf(TrafficOptions traffic) throws IOException {
        Path data = folder("traffic").resolve(traffic.folderName());
        System.err.println("Traffic: " + traffic.describe() + " in " + data);
        new TrafficGenerator(traffic, Runtime.getRuntime().availableProcessors()).writeOnce(data);
        return data;
    }
}
