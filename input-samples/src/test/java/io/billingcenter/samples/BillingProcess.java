package io.billingcenter.samples;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real command line as a process of its own, which can be killed, and of which one can see the step it is in. */
final class BillingProcess {

    /** Before the first step of a run. */
    static final String START = "start";

    private static final Pattern STEP = Pattern.compile(" Step (\\w+)");

    private final Process process;
    private final Path log;
    private final Path console;
    private final List<String> steps = new ArrayList<>(List.of(START));
    private long read;
    private String half = "";

    private BillingProcess(Process process, Path log, Path console, long read) {
        this.process = process;
        this.log = log;
        this.console = console;
        this.read = read;
    }

    /**
     * How a process is started.
     *
     * @param java the program {@code java}
     * @param options what stands before the class path
     * @param classPath where the suite lies
     */
    record Program(Path java, List<String> options, String classPath) {

        private static final List<String> QUICK_START =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto", "-Xmx512m");

        /** The classes of this process, by its Java. */
        static Program ofTests() {
            return ofTests(Path.of(System.getProperty("java.home")));
        }

        /** The classes of this process, by the Java in that folder. */
        static Program ofTests(Path javaHome) {
            return new Program(javaHome.resolve("bin/java"), QUICK_START, System.getProperty("java.class.path"));
        }

        /** The same with further options. */
        Program with(String... more) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of(more));
            return new Program(java, all, classPath);
        }

        List<String> command(String... arguments) {
            List<String> command = new ArrayList<>(List.of(java.toString()));
            command.addAll(options);
            command.addAll(List.of(
                    "-Dfile.encoding=UTF-8",
                    "-Dbilling.home=" + Workplace.HOME,
                    "-cp",
                    classPath,
                    "io.billingcenter.jobs.cli.BillingCommand"));
            command.addAll(List.of(arguments));
            return command;
        }
    }

    /** Starts a command with the folders of the place. */
    static BillingProcess start(Program program, Workplace place, String... command) throws IOException {
        return start(program.command(place.withFolders(logged(place, command))), place);
    }

    /** Starts a command through a shell, which may limit it first; the command is {@code "$@"} there. */
    static BillingProcess startBy(String script, Program program, Workplace place, String... command)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(program.command(place.withFolders(logged(place, command))));
        return start(words, place);
    }

    private static BillingProcess start(List<String> words, Workplace place) throws IOException {
        Path log = logOf(place);
        Files.createDirectories(log.getParent());
        Path console = log.resolveSibling("console.txt");
        long length = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        return new BillingProcess(process, log, console, length);
    }

    private static String[] logged(Workplace place, String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--set", "logging.file.name=" + logOf(place)));
        return words.toArray(String[]::new);
    }

    private static Path logOf(Workplace place) {
        return place.root().resolve("log/billing.log");
    }

    Process process() {
        return process;
    }

    /** Waits for its end; the exit status. */
    int end() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it without a word, as a power failure does (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it has printed. */
    String console() throws IOException {
        return Files.readString(console);
    }

    /** The steps that have begun, in their order, behind {@link #START}. */
    List<String> steps() throws IOException {
        if (!Files.exists(log)) {
            return steps;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            if (length > read) {
                byte[] bytes = new byte[Math.toIntExact(length - read)];
                file.seek(read);
                file.readFully(bytes);
                read = length;
                take(half + new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return steps;
    }

    private void take(String text) {
        int end = text.lastIndexOf('\n') + 1;
        half = text.substring(end);
        Matcher matcher = STEP.matcher(text.substring(0, end));
        while (matcher.find()) {
            steps.add(matcher.group(1));
        }
    }
}
