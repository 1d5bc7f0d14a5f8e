package io.billingcenter.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.benchmarks.comparison.Deduplication;
import io.billingcenter.benchmarks.comparison.DuckDbMetering;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs metering by DuckDB alone: the counterpart of {@link Compare}. */
@Command(name = "duckdb", mixinStandardHelpOptions = true, description = "Meters traffic with DuckDB.")
public final class DuckDb implements Callable<Integer> {

    @Option(names = "--traffic", required = true, description = "Folder of the traffic logs.")
    private Path traffic = Path.of("");

    @Option(names = "--day", required = true, description = "Billing day.")
    private String day = "";

    @Option(names = "--result", required = true, description = "CSV file for the measures, without a header.")
    private Path result = Path.of("");

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--memory-limit", defaultValue = "", description = "Like 1GB; DuckDB's own if empty.")
    private String memoryLimit = "";

    @Option(
            names = "--deduplication",
            defaultValue = "by_content",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Deduplication deduplication = Deduplication.BY_CONTENT;

    /** Runs this command alone, with as few classes as possible. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new DuckDb())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Path temporary = Files.createTempDirectory("duckdb");
        DuckDbMetering.Settings settings = new DuckDbMetering.Settings(threads, memoryLimit, temporary, deduplication);
        try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(result, UTF_8))) {
            new DuckDbMetering(settings).meter(traffic, BillingDay.parse(day), rows::println);
            if (rows.checkError()) {
                throw new IOException("Expected to write " + result);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        return 0;
    }
}
