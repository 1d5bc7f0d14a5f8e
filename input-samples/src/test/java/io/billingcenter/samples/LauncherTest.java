package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the archive of classes of the launcher, with a small program in place of the real one: it prints its arguments and
 * ends with the status that is its last argument. Runs with the Java of the tests, and with a JDK 25 if there is one
 * ({@code JAVA25_HOME}, else the folder of Java installations of the distribution).
 */
class LauncherTest {

    private static final String COMMAND = "io/billingcenter/jobs/cli/BillingCommand";
    private static final String SUMMARY = "io/billingcenter/jobs/summary/Summary";
    private static final String WITHOUT_POWERS =
            "test \"$(id -u)\" -ne 0 && exec \"$@\"; exec setpriv --bounding-set=-all --inh-caps=-all \"$@\"";

    private static final Map<String, String> PROGRAM = Map.of(COMMAND, """
                    package io.billingcenter.jobs.cli;
                    public final class BillingCommand {
                        public static void main(String[] args) {
                            System.out.println(String.join(" ", args));
                            int status = Integer.parseInt(args[args.length - 1]);
                            if (status == 0 || status == 2) {
                                new io.billingcenter.jobs.summary.Summary();
                            }
                            System.exit(status);
                        }
                    }
                    """, SUMMARY, """
                    package io.billingcenter.jobs.summary;
                    public final class Summary {}
                    """);

    @TempDir
    private Path home;

    private Path app = Path.of("");

    private record Ended(int status, String printed) {}

    static Stream<Path> javas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        Path newer = jdk25();
        if (newer == null) {
            System.out.println("No JDK 25 found (JAVA25_HOME, /usr/lib/jvm): the launcher was not tried with one.");
        }
        return newer == null || newer.equals(own) ? Stream.of(own) : Stream.of(own, newer);
    }

    private static Path jdk25() throws IOException {
        String named = System.getenv("JAVA25_HOME");
        if (named != null && !named.isEmpty()) {
            return Path.of(named).toRealPath();
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.notExists(installed)) {
            return null;
        }
        try (Stream<Path> homes = Files.list(installed)) {
            Path found = homes.filter(folder -> folder.getFileName().toString().contains("25"))
                    .filter(folder -> Files.isExecutable(folder.resolve("bin/javac")))
                    .findFirst()
                    .orElse(null);
            return found == null ? null : found.toRealPath();
        }
    }

    @BeforeEach
    void install() throws IOException {
        Files.copy(Workplace.HOME.resolve("billing"), home.resolve("billing"), StandardCopyOption.COPY_ATTRIBUTES);
        app = Files.createDirectories(home.resolve("jobs/target/app"));
        Files.createDirectories(app.resolve("lib"));
        Path jar = app.resolve("billing-jobs-app.jar");
        pack(jar);
        // Built some time ago, so that what is made now is newer.
        FileTime built = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(jar, built);
        Files.setLastModifiedTime(app.resolve("lib"), built);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void theCommandAfterTheFirstRunMakesTheArchive(Path java) throws Exception {
        assertThat(run(java, "runs", "0")).isEqualTo(new Ended(0, "runs 0\n"));
        assertThat(files()).as("after a question").isEmpty();
        assertThat(run(java, "nightly", "2")).isEqualTo(new Ended(2, "nightly 2\n"));
        assertThat(files()).as("after the first run").singleElement().asString().endsWith(".lst");
        assertThat(run(java, "runs", "0")).isEqualTo(new Ended(0, "runs 0\n"));
        Path archive = archive();
        FileTime made = Files.getLastModifiedTime(archive);
        assertThat(run(java, "nightly", "5")).isEqualTo(new Ended(5, "nightly 5\n"));
        assertThat(archive()).isEqualTo(archive);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        assertThat(sourceOfClasses(java)).contains(COMMAND.replace('/', '.') + " source: shared objects file");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void aRunThatFailedIsNoModel(Path java) throws Exception {
        assertThat(run(java, "nightly", "1").status()).isEqualTo(1);
        assertThat(run(java, "meter", "0").status()).isZero();
        assertThat(files()).as("both lists").hasSize(2).allMatch(file -> file.endsWith(".lst"));
        run(java, "runs", "0");
        assertThat(archive()).exists();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void helpMakesNoArchive(Path java) throws Exception {
        run(java, "nightly", "0");
        assertThat(run(java, "--help", "0")).isEqualTo(new Ended(0, "--help 0\n"));
        assertThat(files()).singleElement().asString().endsWith(".lst");
    }

    /** Java 17 crashes when a recording or an agent asks for the classes of an archive. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void aRecordingIsMadeWithoutTheArchive(Path java) throws Exception {
        makeArchive(java);
        for (String variable : List.of("BILLING_JAVA_OPTS", "JAVA_TOOL_OPTIONS")) {
            Path recording = home.resolve(variable + ".jfr");
            Map<String, String> options = Map.of(variable, "-XX:StartFlightRecording=filename=" + recording);
            assertThat(run(java, options, List.of("nightly", "0"), List.of()).status())
                    .as(variable)
                    .isZero();
            assertThat(recording).isNotEmptyFile();
            assertThat(archive()).exists();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void anArchiveThatWasCutOffIsReplaced(Path java) throws Exception {
        makeArchive(java);
        byte[] whole = Files.readAllBytes(archive());
        for (int bytes : new int[] {100, 5_000, whole.length / 2, whole.length - 1}) {
            replace(archive(), Arrays.copyOf(whole, bytes));
            assertThat(run(java, "nightly", "0")).as("cut to " + bytes).isEqualTo(new Ended(0, "nightly 0\n"));
            assertThat(run(java, "runs", "2")).as("cut to " + bytes).isEqualTo(new Ended(2, "runs 2\n"));
            assertThat(Files.size(archive())).as("made again").isGreaterThan(100_000);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void anArchiveOfSomethingElseIsIgnored(Path java) throws Exception {
        makeArchive(java);
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Path named = archive();
        replace(named, noise);
        Files.move(named, named.resolveSibling(named.getFileName().toString().replaceFirst("-\\d+\\.", "-100000.")));
        assertThat(run(java, "nightly", "2")).isEqualTo(new Ended(2, "nightly 2\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void aListThatIsNoneMakesNoArchive(Path java) throws Exception {
        run(java, "nightly", "0");
        Path list = app.resolve(files().get(0));
        // The header of an older list format, which Java refuses, beside the name by which a list is recognised.
        replace(list, ("@unknown\n" + SUMMARY + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(run(java, "runs", "0")).isEqualTo(new Ended(0, "runs 0\n"));
        assertThat(run(java, "nightly", "0")).isEqualTo(new Ended(0, "nightly 0\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void aFolderThatCannotBeWrittenChangesNothing(Path java) throws Exception {
        assumeTrue(runWithoutPowers(java, "--help", "0").status() == 0, "root cannot let go of its powers here");
        Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(runWithoutPowers(java, "nightly", "0")).isEqualTo(new Ended(0, "nightly 0\n"));
            assertThat(files()).isEmpty();
        } finally {
            Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        run(java, "nightly", "0");
        Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(runWithoutPowers(java, "nightly", "5")).isEqualTo(new Ended(5, "nightly 5\n"));
            assertThat(files()).singleElement().asString().endsWith(".lst");
        } finally {
            Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javas")
    void aNewerProgramGetsAnArchiveOfItsOwn(Path java) throws Exception {
        makeArchive(java);
        FileTime later = FileTime.from(Instant.now().plusSeconds(1));
        Files.setLastModifiedTime(app.resolve("billing-jobs-app.jar"), later);
        Thread.sleep(1_100);
        run(java, "nightly", "0");
        assertThat(files()).anyMatch(file -> file.endsWith(".lst"));
        run(java, "runs", "0");
        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(later);
    }

    /** The launcher names classes and commands of the real program. */
    @Test
    void theRealProgramHasTheClassByWhichAListIsRecognised() throws Exception {
        assertThat(Files.readString(Workplace.HOME.resolve("billing"))).contains(SUMMARY);
        assertThat(Class.forName(SUMMARY.replace('/', '.'))).isNotNull();
    }

    private void makeArchive(Path java) throws Exception {
        run(java, "nightly", "0");
        run(java, "runs", "0");
        assertThat(archive()).exists();
    }

    private Path archive() throws IOException {
        assertThat(files()).singleElement().asString().endsWith(".jsa");
        return app.resolve(files().get(0));
    }

    /** Returns the names of the files that the launcher has made. */
    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(app)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("lib") && !name.equals("billing-jobs-app.jar"))
                    .sorted()
                    .toList();
        }
    }

    private String sourceOfClasses(Path java) throws Exception {
        Path log = home.resolve("classes.log");
        run(java, Map.of("BILLING_JAVA_OPTS", "-Xlog:class+load=info:file=" + log), List.of("runs", "0"), List.of());
        return Files.readString(log);
    }

    private Ended run(Path java, String... arguments) throws Exception {
        return run(java, Map.of(), List.of(arguments), List.of());
    }

    private Ended runWithoutPowers(Path java, String... arguments) throws Exception {
        return run(java, Map.of(), List.of(arguments), List.of("sh", "-c", WITHOUT_POWERS, "sh"));
    }

    private Ended run(Path java, Map<String, String> environment, List<String> arguments, List<String> by)
            throws Exception {
        List<String> words = new ArrayList<>(by);
        words.add(home.resolve("billing").toString());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("BILLING_HEAP", "64m");
        builder.environment().remove("BILLING_JAVA_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    /** Replaces a file that Java made read-only. */
    private static void replace(Path file, byte[] content) throws IOException {
        Files.delete(file);
        Files.write(file, content);
    }

    private void pack(Path jar) throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources"));
        List<String> files = new ArrayList<>(List.of("--release", "17", "-d", sources.toString()));
        for (Map.Entry<String, String> type : PROGRAM.entrySet()) {
            Path file = sources.resolve(type.getKey() + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, type.getValue());
            files.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, files.toArray(String[]::new))).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String type : PROGRAM.keySet()) {
                packed.putNextEntry(new JarEntry(type + ".class"));
                Files.copy(sources.resolve(type + ".class"), packed);
            }
        }
    }
}
