package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs this suite as its users do: by the launcher, with a new embedded database for every run. A launcher without an archive
 * of classes lists the classes of a run and creates the archive before the next one; such runs are slower than all others
 * and are repeated.
 */
final class BillingProgram {

    private static final String DATABASE_NAME = "billing";
    private static final String JAVA_OPTIONS = "BILLING_JAVA_OPTS";

    private final Path home;
    private final Path work;
    private final BillingDay day;
    private final SuiteOptions options;
    private final ClassArchives archives;

    /**
     * Creates the program.
     *
     * @param home folder of the launcher
     * @param work folder for databases and logs
     */
    BillingProgram(Path home, Path work, BillingDay day, SuiteOptions options) {
        this.home = home;
        this.work = work;
        this.day = day;
        this.options = options;
        this.archives = new ClassArchives(home);
    }

    /**
     * Creates the database that runs begin with, which contains reference files and price books. The archive of classes
     * is left to the first run that meters, since one made here would lack the classes of metering.
     */
    void importReference(Path data) throws IOException, InterruptedException {
        FileTrees.empty(imported());
        Map<Path, FileTime> before = archives.times();
        run("import", data, imported(), List.of(), "");
        archives.discardOthers(before);
    }

    /** Meters the day in a new copy of that database. */
    ProcessUsage meter(Path data, int threads) throws IOException, InterruptedException {
        return meter(data, threads, "");
    }

    /** Meters the day with further options of Java, which is started in the work folder. */
    ProcessUsage meter(Path data, int threads, String javaOptions) throws IOException, InterruptedException {
        Map<Path, FileTime> before = archives.times();
        ProcessUsage usage = meterOnce(data, threads, javaOptions);
        for (int repeated = 0;
                repeated < ClassArchives.MOST_RUNS && !archives.times().equals(before);
                repeated++) {
            before = archives.times();
            usage = meterOnce(data, threads, javaOptions);
        }
        return usage;
    }

    /** Returns the database of the last run. */
    MeteredDatabase database() {
        return new MeteredDatabase(used().resolve(DATABASE_NAME), day);
    }

    private ProcessUsage meterOnce(Path data, int threads, String javaOptions)
            throws IOException, InterruptedException {
        FileTrees.empty(used());
        FileTrees.copyFiles(imported(), used());
        return run("meter", data, used(), options.arguments(threads), javaOptions);
    }

    private ProcessUsage run(String command, Path data, Path database, List<String> further, String javaOptions)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("billing").toString(), command));
        line.addAll(List.of("--day", day.toString()));
        line.addAll(List.of("--traffic", data.resolve("traffic").toString()));
        line.addAll(List.of("--reference", data.resolve("reference").toString()));
        line.addAll(List.of("--db", database.resolve(DATABASE_NAME).toString()));
        line.addAll(further);
        Map<String, String> environment = Map.of("BILLING_HEAP", options.heap(), JAVA_OPTIONS, javaOptions);
        return MeasuredProcess.run(line, environment, work, command + ".log");
    }

    private Path imported() {
        return work.resolve("imported");
    }

    private Path used() {
        return work.resolve("used");
    }
}
