package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the suite and DuckDB in turn on the same files, each in a process of its own, and compares their results row for
 * row after every pair. Taking turns spreads the load of a busy machine over both.
 */
public final class Comparison {

    private static final String TRACE_IDS = "trace_ids";
    private static final String RECORDING = "metering.jfr";
    private static final String RECORDER_SETTINGS = "metering.jfc";

    private final Path data;
    private final Path work;
    private final BillingDay day;
    private final ComparisonOptions options;
    private final BillingProgram suite;
    private final DuckDbProgram duckDb;
    private final SumsProgram sums;

    /**
     * Creates a comparison.
     *
     * @param home folder of the launcher {@code billing}
     * @param data folder with {@code traffic} and {@code reference}
     * @param work folder for databases, results and logs; its content is replaced
     */
    public Comparison(Path home, Path data, Path work, BillingDay day, ComparisonOptions options) {
        this.data = data;
        this.work = work;
        this.day = day;
        this.options = options;
        this.suite = new BillingProgram(home, work, day, options.suite());
        this.duckDb = new DuckDbProgram(data, work, day, options);
        this.sums = new SumsProgram(data, work, day, options.threads());
    }

    /**
     * Runs the pairs.
     *
     * @param records number of records of the traffic
     * @param lines receives a line after every run
     * @return the figures of both sides, for people
     * @throws DifferentRowsException if the two sides disagree
     */
    public ComparisonTable run(long records, PrintStream lines) throws IOException, SQLException, InterruptedException {
        Progress progress = new Progress(lines);
        suite.importReference(data);
        if (!options.suiteOnly()) {
            duckDb.prepare();
        }
        long bytes = FileTrees.readThrough(data.resolve("traffic"));
        List<ProcessUsage> suiteRuns = new ArrayList<>();
        List<ProcessUsage> duckDbRuns = new ArrayList<>();
        for (int pair = 1 - options.suite().warmup(); pair <= options.pairs(); pair++) {
            addIfCounted(pair, progress.tell(pair, "suite", meter(records)), suiteRuns);
            if (!options.suiteOnly()) {
                addIfCounted(pair, progress.tell(pair, "DuckDB", duckDb.meter()), duckDbRuns);
                compareRows(progress);
            }
        }
        String heading = day + ", " + (bytes >> 20) + " MiB; " + options.describe();
        return new ComparisonTable(heading, records, new Side("suite", suiteRuns), new Side("DuckDB", duckDbRuns));
    }

    /**
     * Runs the suite once more with a recording, on the database of {@link #run}, to measure the cost of job metadata.
     */
    public Report jobMetadata() throws IOException, SQLException, InterruptedException {
        Files.writeString(work.resolve(RECORDER_SETTINGS), JobMetadata.recorderSettings(), UTF_8);
        ProcessUsage usage = suite.meter(
                data,
                options.threads(),
                "-XX:StartFlightRecording=filename=" + RECORDING + ",settings=" + RECORDER_SETTINGS);
        return JobMetadata.of(work.resolve(RECORDING), usage, options.threads(), suite.database())
                .report();
    }

    private ProcessUsage meter(long records) throws IOException, SQLException, InterruptedException {
        if (options.deduplication() == Deduplication.NONE) {
            return sums.meter();
        }
        ProcessUsage usage = suite.meter(data, options.threads());
        suite.database().requireRecords(records);
        return usage;
    }

    private static void addIfCounted(int pair, ProcessUsage usage, List<ProcessUsage> runs) {
        if (pair >= 1) {
            runs.add(usage);
        }
    }

    private void compareRows(Progress progress) throws IOException, SQLException {
        boolean sumsOnly = options.deduplication() == Deduplication.NONE;
        List<MeasureRow> rows = sumsOnly ? sums.rows() : suite.database().rows();
        // Without distinct counts its number of trace ids is meaningless.
        DifferentRowsException.requireSame(
                rows,
                duckDb.rows().stream()
                        .filter(row -> !sumsOnly || !row.measure().equals(TRACE_IDS))
                        .toList());
        progress.tell(rows.size() + " rows, the same on both sides");
    }
}
