package io.billingcenter.samples;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.billingcenter.samples.BillingProcess.Program;
import io.billingcenter.samples.CrashLife.Pace;
import io.billingcenter.samples.CrashLife.StuckException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The long version of {@link CrashTest}, behind {@code .ci/crash}: kills the program hundreds of times over two nights and
 * the close of a month, on both databases, and compares every row and every byte with an undisturbed run.
 */
@Command(
        name = ".ci/crash",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills the program (kill -9) at seeded instants of two nights and the close of a month, gives the same command",
            "again until all is done, and compares all rows (but for the numbers of runs) and all files with an undisturbed",
            "run. Prints how many kills fell into which step. Exit status 1 when anything differs."
        })
public final class CrashHarness implements Callable<Integer> {

    private static final int SHOWN_DIFFERENCES = 20;

    @Option(names = "--kills", description = "Kills, over all databases (default ${DEFAULT-VALUE}).")
    private int kills = 500;

    @Option(names = "--seed", description = "Seed of the instants (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--database", description = "hsqldb or postgresql; both if not given.")
    private List<Databases> databases = List.of(Databases.values());

    @Option(names = "--at-once", description = "Runs at once on each database (default ${DEFAULT-VALUE}).")
    private int atOnce = 1;

    @Option(names = "--minutes", description = "Kill no more after that many (default ${DEFAULT-VALUE}).")
    private int minutes = 600;

    @Option(names = "--work", required = true, description = "Folder for everything; what differs is kept there.")
    private Path work = Path.of("");

    private final Map<Databases, KillTable> tables = new EnumMap<>(Databases.class);
    private final Map<Databases, Pace> paces = new EnumMap<>(Databases.class);
    private final List<String> findings = new ArrayList<>();
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private int lives;

    private CrashHarness() {}

    /** Runs it and ends the process. */
    public static void main(String... arguments) {
        CommandLine line = new CommandLine(new CrashHarness());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        // Of the server's talk only what went wrong.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        databases.forEach(database -> {
            tables.put(database, new KillTable());
            paces.put(database, new Pace());
        });
        Program program = program();
        Map<Databases, Workplace> undisturbed = new EnumMap<>(Databases.class);
        for (Databases database : databases) {
            Workplace place = place(database, "undisturbed");
            new CrashLife(program, place, paces.get(database), new KillTable()).undisturbed();
            undisturbed.put(database, place);
            tell(database, "undisturbed", CrashLife.differences(undisturbed.get(databases.get(0)), place));
        }
        // Also when it is ended before its time.
        Runtime.getRuntime().addShutdownHook(new Thread(this::print));
        ExecutorService threads = Executors.newFixedThreadPool(databases.size() * atOnce);
        List<Future<?>> ends = new ArrayList<>();
        for (Databases database : databases) {
            for (int row = 1; row <= atOnce; row++) {
                int first = row;
                ends.add(threads.submit(() -> {
                    live(database, program, undisturbed.get(database), first, end);
                    return null;
                }));
            }
        }
        for (Future<?> ended : ends) {
            ended.get();
        }
        threads.shutdown();
        return findings.isEmpty() ? 0 : 1;
    }

    private void live(Databases database, Program program, Workplace undisturbed, int first, long end)
            throws Exception {
        KillTable table = tables.get(database);
        int share = kills / databases.size();
        BooleanSupplier wanted = () -> table.killed() < share && System.nanoTime() < end;
        for (int life = first; wanted.getAsBoolean(); life += atOnce) {
            Workplace place = place(database, "life" + life);
            CrashLife lived = new CrashLife(program, place, paces.get(database), table);
            List<String> differences;
            try {
                lived.killed(new Random(seed * 1_000_003 + life * 31L + database.ordinal()), wanted);
                differences = CrashLife.differences(undisturbed, place);
            } catch (StuckException e) {
                differences = List.of(String.valueOf(e.getMessage()));
            }
            if (!differences.isEmpty()) {
                Files.write(place.root().resolve("differences.txt"), differences);
                Files.write(place.root().resolve("history.txt"), lived.history());
            } else if (database == Databases.HSQLDB) {
                delete(place.root());
            }
            tell(database, "seed " + seed + " life " + life + ": " + table, differences);
        }
    }

    private synchronized void tell(Databases database, String what, List<String> differences) {
        lives++;
        out.printf(
                Locale.ROOT,
                "%-10s %s, %s%n",
                database,
                what,
                differences.isEmpty() ? "the same" : differences.size() + " DIFFERENCES");
        differences.stream().limit(SHOWN_DIFFERENCES).forEach(out::println);
        if (!differences.isEmpty()) {
            findings.add(database + " " + what);
        }
    }

    private synchronized void print() {
        out.printf(Locale.ROOT, "%n| Step |%s%n", head(" %s |"));
        out.printf(Locale.ROOT, "|---|%s%n", head("--:|"));
        for (CrashStory.Chapter chapter : new CrashStory().chapters()) {
            for (String step : paces.get(databases.get(0)).steps(chapter.name())) {
                StringBuilder row = new StringBuilder("| " + chapter.name() + ", " + step + " |");
                databases.forEach(database -> row.append(' ')
                        .append(tables.get(database).of(chapter.name(), step))
                        .append(" |"));
                out.println(row);
            }
        }
        databases.forEach(database -> out.println(database + ": " + tables.get(database)));
        out.println(lives + " times compared, " + findings.size() + " with differences " + findings);
    }

    private String head(String cell) {
        StringBuilder head = new StringBuilder();
        databases.forEach(database -> head.append(String.format(Locale.ROOT, cell, database)));
        return head.toString();
    }

    /** The program as the launcher starts it, with an archive of its classes: a start costs least. */
    private Program program() throws IOException, InterruptedException {
        Path jar = Workplace.HOME.resolve("jobs/target/app/billing-jobs-app.jar");
        Program program = new Program(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Program.ofTests().options(),
                jar.toString());
        Path archive = Files.createDirectories(work).resolve("classes.jsa").toAbsolutePath();
        Workplace place = place(Databases.HSQLDB, "archive");
        CrashStory.Chapter night = new CrashStory().chapters().get(0);
        night.arrival().at(place);
        BillingProcess run =
                BillingProcess.start(program.with("-XX:ArchiveClassesAtExit=" + archive), place, night.words());
        if (run.end() > 2) {
            throw new IllegalStateException(run.console());
        }
        return program.with("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=off");
    }

    private Workplace place(Databases database, String name) throws IOException {
        Path root = work.toAbsolutePath().resolve(database + "-" + name);
        delete(root);
        Files.createDirectories(root);
        return new Workplace(root, database.address(root));
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var walk = Files.walk(root)) {
                Path[] paths = walk.toArray(Path[]::new);
                for (int i = paths.length - 1; i >= 0; i--) {
                    Files.delete(paths[i]);
                }
            }
        }
    }
}
