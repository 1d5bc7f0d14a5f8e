package io.billingcenter.benchmarks.comparison;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The suite and DuckDB in turn on the same files, each a process of its own from start to end, with their results
 * compared row for row after every pair. Taking turns lets a busy machine slow down both.
 */
public final class Comparison {

    private static final int BLOCK_BYTES = 1 << 20;

    private final Path data;
    private final BillingDay day;
    private final ComparisonOptions options;
    private final BillingProgram suite;
    private final DuckDbProgram duckDb;

    /**
     * A comparison.
     *
     * @param home folder of the launcher {@code billing}
     * @param data folder with {@code traffic} and {@code reference}
     * @param work folder for databases, results and logs; its content is replaced
     */
    public Comparison(Path home, Path data, Path work, BillingDay day, ComparisonOptions options) {
        this.data = data;
        this.day = day;
        this.options = options;
        this.suite = new BillingProgram(home, data, work, day, options);
        this.duckDb = new DuckDbProgram(data, work, day, options);
    }

    /**
     * Runs the pairs.
     *
     * @param records how many records the traffic has
     * @param progress takes a line after every run
     * @return what both sides took, for people
     * @throws DifferentRowsException when the two sides do not agree
     */
    public ComparisonTable run(long records, PrintStream progress)
            throws IOException, SQLException, InterruptedException {
        suite.importReference();
        long bytes = readThrough(data.resolve("traffic"));
        List<ProcessUsage> suiteRuns = new ArrayList<>();
        List<ProcessUsage> duckDbRuns = new ArrayList<>();
        for (int pair = 1; pair <= options.pairs(); pair++) {
            suiteRuns.add(tell(progress, pair, "suite", suite.meter()));
            suite.requireRecords(records);
            if (!options.suiteOnly()) {
                duckDbRuns.add(tell(progress, pair, "DuckDB", duckDb.meter()));
                compareRows(progress);
            }
        }
        String heading = day + ", " + bytes / BLOCK_BYTES + " MiB; " + options.describe();
        return new ComparisonTable(heading, records, suiteRuns, duckDbRuns);
    }

    private void compareRows(PrintStream progress) throws IOException, SQLException {
        if (options.deduplication() == Deduplication.NONE) {
            progress.println("  rows are not compared: DuckDB leaves de-duplication and distinct counts out");
            return;
        }
        List<MeasureRow> rows = suite.rows();
        DifferentRowsException.requireSame(rows, duckDb.rows());
        progress.println("  " + rows.size() + " rows, the same on both sides");
    }

    private static ProcessUsage tell(PrintStream progress, int pair, String side, ProcessUsage usage) {
        progress.println("pair " + pair + " " + side + ": " + usage.wallMillis() + " ms, CPU " + usage.cpuMillis()
                + " ms, peak " + usage.peakKilobytes() / 1024 + " MiB");
        return usage;
    }

    /** Reads every file once, so that all runs find it in the page cache; returns the bytes. */
    private static long readThrough(Path traffic) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long[] bytes = {0};
        Files.walkFileTree(traffic, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try (InputStream content = Files.newInputStream(file)) {
                    for (int read = content.read(block); read >= 0; read = content.read(block)) {
                        bytes[0] += read;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }
}
