package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes traffic into a folder, for any purpose. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = "Writes traffic of a chosen size.")
final class Generate implements Callable<Integer> {

    @Option(names = "--to", required = true, description = "Folder to write into; gets traffic/ and reference/.")
    private Path to = Path.of("");

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Mixin
    private TrafficOptions options = new TrafficOptions();

    @Override
    public Integer call() throws IOException {
        new TrafficGenerator(options, threads).write(to);
        System.out.println(options.describe() + " in " + to.toAbsolutePath());
        return 0;
    }
}
