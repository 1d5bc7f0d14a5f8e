package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs whole nights of the suite, and in turn those of DuckDB or of another checkout of the suite, each in a process of
 * its own, and compares the delivered files after every pair.
 */
public final class NightComparison {

    private final Path home;
    private final NightPlace place;
    private final NightOptions options;

    /**
     * Creates a comparison.
     *
     * @param home folder of the launcher {@code billing}
     * @param data folder with {@code traffic} and {@code reference}
     * @param work folder for databases, files and logs; its content is replaced
     */
    public NightComparison(Path home, Path data, Path work, BillingDay day, NightOptions options) {
        this.home = home;
        this.place = new NightPlace(data, work, day);
        this.options = options;
    }

    /**
     * Runs the pairs.
     *
     * @param records number of records of the traffic
     * @param lines receives a line after every run
     * @throws DifferentRowsException if the two sides deliver different files
     */
    public Report run(long records, PrintStream lines) throws IOException, SQLException, InterruptedException {
        Progress progress = new Progress(lines);
        FileTrees.empty(place.work());
        try (NightDatabases databases = options.databases(place.work().resolve("databases"))) {
            NightProgram suite = new NightProgram("suite", home, place, databases, options);
            Optional<NightSide> other = options.suiteOnly() ? Optional.empty() : Optional.of(other(databases));
            suite.prepare();
            if (other.isPresent()) {
                other.get().prepare();
            }
            long bytes = FileTrees.readThrough(place.traffic());
            NightTable table = run(records, suite, other, progress);
            String heading = place.day() + ", " + (bytes >> 20) + " MiB; " + options.describe();
            return new Report(heading + "\n\n" + table + suite.statements(), table.findings());
        }
    }

    private NightSide other(NightDatabases databases) {
        return options.against()
                .<NightSide>map(folder -> new NightProgram("other", folder, place, databases, options))
                .orElseGet(() -> new DuckDbNightProgram(home, place, options));
    }

    private NightTable run(long records, NightProgram suite, Optional<NightSide> other, Progress progress)
            throws IOException, SQLException, InterruptedException {
        List<NightRun> runs = new ArrayList<>();
        List<NightRun> otherRuns = new ArrayList<>();
        for (int pair = 1 - options.suite().warmup(); pair <= options.pairs(); pair++) {
            run(pair, suite, runs, progress);
            suite.finish();
            if (other.isPresent()) {
                run(pair, other.get(), otherRuns, progress);
                other.get().finish();
                progress.tell(compare(suite, other.get()));
            }
        }
        return new NightTable(
                records, suite.name(), runs, other.map(NightSide::name).orElse("-"), otherRuns);
    }

    private static void run(int pair, NightSide side, List<NightRun> runs, Progress progress)
            throws IOException, SQLException, InterruptedException {
        NightRun run = side.run();
        progress.tell(pair, side.name(), run.usage());
        if (pair >= 1) {
            runs.add(run);
        }
    }

    private String compare(NightSide suite, NightSide other) throws IOException {
        if (options.against().isPresent()) {
            return "all delivered files are the same: SHA-256 " + DeliveredRows.requireSameFiles(suite, other);
        }
        return DeliveredRows.requireSameRows(DuckDbNight.FILES, suite, other) + " rows, the same on both sides";
    }
}
