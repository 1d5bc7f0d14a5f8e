package io.billingcenter.samples;

import io.billingcenter.jobs.cli.BillingCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with its own traffic, reference data, database and output, in which the real command line is run. */
final class Workplace {

    /** The checkout: price books are found there. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** Late enough that every month of the samples may be closed. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-01T00:00:00Z"), ZoneOffset.UTC);

    private final Path root;
    private final String db;
    private final List<String> trafficOptions;
    private final Runnable before;

    Workplace(Path root, String db) {
        this(root, db, List.of("--traffic", root.resolve("traffic").toString()), () -> {});
    }

    private Workplace(Path root, String db, List<String> trafficOptions, Runnable before) {
        this.root = root;
        this.db = db;
        this.trafficOptions = trafficOptions;
        this.before = before;
    }

    /**
     * The same place with its traffic on another machine.
     *
     * @param before is done before each command
     */
    Workplace withTraffic(Runnable before, String... options) {
        return new Workplace(root, db, List.of(options), before);
    }

    Path root() {
        return root;
    }

    /** The database as {@code --db} names it. */
    String db() {
        return db;
    }

    Path traffic() {
        return root.resolve("traffic");
    }

    Path reference() {
        return root.resolve("reference");
    }

    Path out() {
        return root.resolve("out");
    }

    /** Runs a command with the folders of this place; the answer is its exit status and what it printed. */
    Answer billing(String... command) {
        return billing(CLOCK, command);
    }

    /** The same at that time. */
    Answer billing(Clock clock, String... command) {
        before.run();
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        int status = BillingCommand.run(clock, HOME, writer, writer, withFolders(command));
        return new Answer(status, printed.toString());
    }

    /** Closes a month of which not every night was run, and some of which is held. */
    Answer close(String month, String... more) {
        List<String> words = new ArrayList<>(
                List.of("close", "--month", month, "--accept", "nights,holds,earlier-month", "--reason", "test"));
        words.addAll(List.of(more));
        return billing(words.toArray(String[]::new));
    }

    /** What a run of a command gave. */
    record Answer(int status, String text) {}

    String[] withFolders(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(trafficOptions);
        arguments.addAll(List.of(
                "--reference", reference().toString(),
                "--out", out().toString(),
                "--db", db));
        return arguments.toArray(String[]::new);
    }

    /** Copies a tree over this place. */
    void arrive(Path tree) throws IOException {
        copy(tree, root);
    }

    /** Every delivered file, its path as key; reports are named after their runs and are none, nor is the marker. */
    Map<String, byte[]> delivered() throws IOException {
        Map<String, byte[]> files = filesBelow(out());
        files.keySet()
                .removeIf(path ->
                        path.startsWith("reports/") || path.startsWith("receipts/") || path.equals(".installation"));
        return files;
    }

    /** Every file below the folder, its path as key. */
    static Map<String, byte[]> filesBelow(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.put(folder.relativize(file).toString().replace('\\', '/'), bytes(file)));
            }
        }
        return files;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
