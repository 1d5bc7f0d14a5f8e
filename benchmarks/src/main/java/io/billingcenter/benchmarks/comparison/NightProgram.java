package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the nights of one checkout of this suite by its launcher. Every night begins with a copy of a database that has
 * the reference files and price books, and with an empty output folder.
 */
final class NightProgram implements NightSide {

    private static final String IMPORTED = "_imported";
    private static final String NIGHT = "_night";
    private static final int SHOWN_STATEMENTS = 15;

    private final String name;
    private final Path home;
    private final NightPlace place;
    private final NightDatabases databases;
    private final NightOptions options;
    private final ClassArchives archives;
    private List<String> statements = List.of();

    /**
     * Creates the program.
     *
     * @param name name of the side, of letters and digits
     * @param home folder of the launcher
     */
    NightProgram(String name, Path home, NightPlace place, NightDatabases databases, NightOptions options) {
        this.name = name;
        this.home = home;
        this.place = place;
        this.databases = databases;
        this.options = options;
        this.archives = new ClassArchives(home);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() throws IOException, SQLException, InterruptedException {
        Map<Path, FileTime> before = archives.times();
        run("import", databases.create(name + IMPORTED), new CpuTimeline());
        // One made by an import would lack the classes of a night.
        archives.discardOthers(before);
    }

    @Override
    public NightRun run() throws IOException, SQLException, InterruptedException {
        Map<Path, FileTime> before = archives.times();
        NightRun run = runOnce();
        for (int repeated = 0;
                repeated < ClassArchives.MOST_RUNS && !archives.times().equals(before);
                repeated++) {
            before = archives.times();
            run = runOnce();
        }
        return run;
    }

    /** Returns the most expensive statements of the last night, as a Markdown table; empty if none were collected. */
    String statements() {
        return statements.isEmpty()
                ? ""
                : "\n| Seconds | Calls | Rows | Statement |\n|--:|--:|--:|---|\n" + String.join("\n", statements)
                        + "\n";
    }

    @Override
    public void finish() throws IOException, SQLException {
        databases.drop(name + NIGHT);
    }

    @Override
    public Path delivered() {
        return out().resolve(place.day().toString()).resolve("r1");
    }

    private NightRun runOnce() throws IOException, SQLException, InterruptedException {
        FileTrees.empty(out());
        String database = databases.copy(name + IMPORTED, name + NIGHT);
        if (options.statements()) {
            databases.resetStatements();
        }
        CpuTimeline timeline = new CpuTimeline();
        long before = databases.serverMillis();
        ProcessUsage usage = run("nightly", database, timeline);
        long server = databases.serverMillis() - before;
        if (options.statements()) {
            statements = databases.statements(name + NIGHT, SHOWN_STATEMENTS);
        }
        try (Connection connection = databases.connect(database)) {
            return new NightRun(usage, server, StepTimes.read(connection, timeline));
        }
    }

    private ProcessUsage run(String command, String database, CpuTimeline timeline)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("billing").toString(), command));
        line.addAll(List.of("--day", place.day().toString()));
        line.addAll(List.of("--traffic", place.traffic().toString()));
        line.addAll(List.of("--reference", place.reference().toString()));
        line.addAll(List.of("--price-books", home.resolve("config/price-books").toString()));
        line.addAll(List.of("--db", database, "--out", out().toString()));
        line.addAll(options.suite().arguments(options.threads()));
        Map<String, String> environment = Map.of("BILLING_HEAP", options.suite().heap());
        return MeasuredProcess.run(line, environment, place.work(), name + "-" + command + ".log", timeline);
    }

    private Path out() {
        return place.work().resolve(name + "-out");
    }
}
