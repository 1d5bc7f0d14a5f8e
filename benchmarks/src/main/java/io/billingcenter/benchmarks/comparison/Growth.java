package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures whole processes of the suite on traffic of several sizes, to show that time grows in proportion to the
 * records and memory does not.
 */
public final class Growth {

    /**
     * Traffic of one size.
     *
     * @param data folder with {@code traffic} and {@code reference}
     */
    public record Traffic(long records, Path data) {}

    private final int threads;
    private final SuiteOptions options;
    private final BillingProgram suite;
    private final Progress progress;

    /**
     * Creates a measurement.
     *
     * @param home folder of the launcher {@code billing}
     * @param work folder for databases and logs; its content is replaced
     * @param lines receives a line after every run
     */
    public Growth(Path home, Path work, BillingDay day, int threads, SuiteOptions options, PrintStream lines) {
        this.threads = threads;
        this.options = options;
        this.suite = new BillingProgram(home, work, day, options);
        this.progress = new Progress(lines);
    }

    /**
     * Runs all sizes in turn, round by round; the smallest warms up.
     *
     * @param traffic from the smallest to the largest, at least two; the workspaces of the largest are those of all
     */
    public Report run(List<Traffic> traffic, int rounds) throws IOException, SQLException, InterruptedException {
        suite.importReference(traffic.get(traffic.size() - 1).data());
        for (Traffic size : traffic) {
            FileTrees.readThrough(size.data().resolve("traffic"));
        }
        for (int round = 1 - options.warmup(); round < 1; round++) {
            meter(round, traffic.get(0));
        }
        List<List<ProcessUsage>> runs = new ArrayList<>();
        traffic.forEach(size -> runs.add(new ArrayList<>()));
        for (int round = 1; round <= rounds; round++) {
            for (int size = 0; size < traffic.size(); size++) {
                runs.get(size).add(meter(round, traffic.get(size)));
            }
        }
        List<GrowthTable.Size> sizes = new ArrayList<>();
        for (int size = 0; size < traffic.size(); size++) {
            sizes.add(new GrowthTable.Size(traffic.get(size).records(), new Side("suite", runs.get(size))));
        }
        GrowthTable table = new GrowthTable(sizes);
        String heading = threads + " thread(s), heap " + options.heap();
        return new Report(heading + "\n\n" + table, table.findings());
    }

    /** Runs once to verify that traffic of that size can be processed; a failing run is reported as such. */
    public Report complete(Traffic traffic) throws IOException, SQLException, InterruptedException {
        suite.importReference(traffic.data());
        String label = Figures.count(traffic.records()) + " records with a heap of " + options.heap();
        String took;
        String outcome;
        try {
            ProcessUsage usage = meter(1, traffic);
            took = Figures.inUnits(usage.wallMillis(), 1_000) + " s, " + Figures.inUnits(usage.peakKilobytes(), 1_024)
                    + " MiB";
            outcome = "completes";
        } catch (FailedProcessException e) {
            progress.tell(String.valueOf(e.getMessage()));
            took = Figures.UNKNOWN;
            outcome = "fails";
        }
        return new Report(
                label + ": " + outcome + ", " + took + "\n",
                List.of(new Finding(label, took, Figures.UNKNOWN, outcome)));
    }

    private ProcessUsage meter(int round, Traffic traffic) throws IOException, SQLException, InterruptedException {
        ProcessUsage usage = suite.meter(traffic.data(), threads);
        suite.database().requireRecords(traffic.records());
        return progress.tell(round, Figures.count(traffic.records()) + " records", usage);
    }
}
