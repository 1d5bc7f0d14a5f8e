package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.domain.time.BillingDay;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import picocli.CommandLine;

/** Runs {@link DuckDbMetering} in a JVM of its own, which writes the measures into a CSV file. */
final class DuckDbProgram {

    private static final String MAIN = "io.billingcenter.benchmarks.DuckDb";

    private final Path data;
    private final Path work;
    private final BillingDay day;
    private final ComparisonOptions options;
    private List<String> javaArguments = List.of();

    DuckDbProgram(Path data, Path work, BillingDay day, ComparisonOptions options) {
        this.data = data;
        this.work = work;
        this.day = day;
        this.options = options;
    }

    /** Prepares the files that runs need. */
    void prepare() throws IOException {
        javaArguments = javaArguments(work.resolve("duckdb"));
    }

    /** Returns the command that starts Java with DuckDB, whose library is unpacked into that folder. */
    static List<String> javaArguments(Path folder) throws IOException {
        DuckDbDriver driver = new DuckDbDriver(placeOf(DuckDBDriver.class), folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx256m", "-Xshare:auto", driver.option(), "-cp", classPath(driver.unpack()));
    }

    /** Meters the day. */
    ProcessUsage meter() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(javaArguments);
        line.add(MAIN);
        line.addAll(List.of("--traffic", data.resolve("traffic").toString()));
        line.addAll(List.of("--day", day.toString(), "--result", result().toString()));
        line.addAll(List.of("--threads", Integer.toString(options.threads())));
        line.addAll(List.of("--memory-limit", options.duckDbMemory()));
        line.addAll(List.of("--deduplication", options.deduplication().name().toLowerCase(Locale.ROOT)));
        return MeasuredProcess.run(line, Map.of(), work, "duckdb.log");
    }

    /** Returns the measures of the last run. */
    List<MeasureRow> rows() throws IOException {
        try (Stream<String> lines = Files.lines(result(), UTF_8)) {
            return lines.map(MeasureRow::parse).toList();
        }
    }

    private Path result() {
        return work.resolve("duckdb-measures.csv");
    }

    /** Returns the smallest class path possible, so that the start is as short as it can be. */
    private static String classPath(Path unpackedDriver) throws IOException {
        List<String> entries = new ArrayList<>(List.of(unpackedDriver.toString()));
        for (Class<?> type : List.of(DuckDbMetering.class, CommandLine.class, BillingDay.class)) {
            entries.add(placeOf(type).toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path placeOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Expected the class path to have " + type, e);
        }
    }
}
