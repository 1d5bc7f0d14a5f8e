package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.parsing.ReadingRates;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reading one file in one thread, beside Spring Batch's own reader; for the record. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads one file: newlines only, the plain reader, Spring Batch's flat-file reader.")
final class Read implements Callable<Integer> {

    @Option(names = "--records", defaultValue = "500000", description = "Records (default ${DEFAULT-VALUE}).")
    private long records = 500_000;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count (default ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--work",
            defaultValue = "${sys:billing.home:-.}/benchmarks/target/work",
            description = "Folder for the file (default: benchmarks/target/work).")
    private Path work = Path.of("");

    @Override
    public Integer call() throws Exception {
        System.out.println(ReadingRates.measure(work.resolve("read").normalize(), records, rounds));
        return 0;
    }
}
