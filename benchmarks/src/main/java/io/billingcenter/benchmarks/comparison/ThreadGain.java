package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures the suite with several threads and with one, in turn on the same files. */
public final class ThreadGain {

    private final Path data;
    private final BillingDay day;
    private final SuiteOptions options;
    private final BillingProgram suite;

    /**
     * Creates a measurement.
     *
     * @param home folder of the launcher {@code billing}
     * @param data folder with {@code traffic} and {@code reference}
     * @param work folder for databases and logs; its content is replaced
     */
    public ThreadGain(Path home, Path data, Path work, BillingDay day, SuiteOptions options) {
        this.data = data;
        this.day = day;
        this.options = options;
        this.suite = new BillingProgram(home, work, day, options);
    }

    /**
     * Runs the pairs.
     *
     * @param records number of records of the traffic
     * @param threads number of threads compared with one
     * @param lines receives a line after every run
     */
    public ComparisonTable run(long records, int threads, int pairs, PrintStream lines)
            throws IOException, SQLException, InterruptedException {
        Progress progress = new Progress(lines);
        suite.importReference(data);
        long bytes = FileTrees.readThrough(data.resolve("traffic"));
        List<ProcessUsage> several = new ArrayList<>();
        List<ProcessUsage> one = new ArrayList<>();
        for (int pair = 1 - options.warmup(); pair <= pairs; pair++) {
            ProcessUsage withSeveral = progress.tell(pair, named(threads), suite.meter(data, threads));
            suite.database().requireRecords(records);
            ProcessUsage withOne = progress.tell(pair, named(1), suite.meter(data, 1));
            suite.database().requireRecords(records);
            if (pair >= 1) {
                several.add(withSeveral);
                one.add(withOne);
            }
        }
        String heading = day + ", " + (bytes >> 20) + " MiB; " + pairs + " pair(s) after " + options.warmup()
                + " of warm-up, heap " + options.heap();
        return new ComparisonTable(heading, records, new Side(named(threads), several), new Side(named(1), one));
    }

    private static String named(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }
}
