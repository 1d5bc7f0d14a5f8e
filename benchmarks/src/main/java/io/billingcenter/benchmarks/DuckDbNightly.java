package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.Deduplication;
import io.billingcenter.benchmarks.comparison.DuckDbMetering;
import io.billingcenter.benchmarks.comparison.DuckDbNight;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bills a day by DuckDB alone: the counterpart of {@link Night}. */
@Command(
        name = "duckdb-night",
        mixinStandardHelpOptions = true,
        description =
                "Meters, rates and posts a day with DuckDB and writes usage.csv and bill-lines.csv; without history,"
                        + " guards, gates and settlement.")
public final class DuckDbNightly implements Callable<Integer> {

    @Option(names = "--traffic", required = true, description = "Folder of the traffic logs.")
    private Path traffic = Path.of("");

    @Option(names = "--reference", required = true, description = "Folder of the reference files.")
    private Path reference = Path.of("");

    @Option(names = "--price-books", required = true, description = "Folder of the price books.")
    private Path priceBooks = Path.of("");

    @Option(names = "--day", required = true, description = "Billing day.")
    private String day = "";

    @Option(names = "--out", required = true, description = "Folder for the files.")
    private Path out = Path.of("");

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--memory-limit", defaultValue = "", description = "Like 1GB; DuckDB's own if empty.")
    private String memoryLimit = "";

    /** Runs this command alone, with as few classes as possible. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new DuckDbNightly()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Path temporary = Files.createTempDirectory("duckdb");
        try {
            new DuckDbNight(new DuckDbMetering.Settings(threads, memoryLimit, temporary, Deduplication.BY_CONTENT))
                    .bill(new DuckDbNight.Input(traffic, reference, priceBooks), BillingDay.parse(day), out);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return 0;
    }
}
