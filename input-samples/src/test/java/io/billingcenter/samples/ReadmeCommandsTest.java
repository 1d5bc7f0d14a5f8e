package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.cli.BillingCommand;
import io.billingcenter.samples.oracle.SampleCalculation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives every command of every README as a newcomer would who copies it, in a copy of the checkout: each ends with 0, or
 * with 2 where the README says so, and nothing is written but what Git ignores.
 */
class ReadmeCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> FOLDERS =
            Set.of("--traffic", "--reference", "--price-books", "--out", "--db", "--csv", "--to", "--from");
    private static final List<String> IGNORED = List.of("out/", "var/");
    private static final String BLOCK = "    ";
    private static final String LAUNCHER = "./billing ";

    @TempDir
    private Path checkout;

    static Stream<String> readmes() throws IOException {
        try (Stream<Path> folders = Files.list(Workplace.HOME.resolve("input-samples"))) {
            List<String> samples = folders.filter(folder -> Files.exists(folder.resolve("steps.txt")))
                    .map(folder -> "input-samples/" + folder.getFileName() + "/README.md")
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of("README.md"), samples.stream());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readmes")
    void endsAsItSays(String readme) throws Exception {
        String text = Files.readString(Workplace.HOME.resolve(readme));
        List<String> commands = commands(text);
        assertThat(commands).as(readme).anyMatch(command -> command.startsWith(LAUNCHER));
        String sample = readme.contains("/") ? readme.replace("/README.md", "") : "input-samples/one-day";
        Workplace.copy(Workplace.HOME.resolve(sample), checkout.resolve(sample));
        Workplace.copy(Workplace.HOME.resolve("config/price-books"), checkout.resolve("config/price-books"));
        Map<String, String> before = kept();

        for (String command : commands) {
            if (command.startsWith(LAUNCHER)) {
                StringWriter printed = new StringWriter();
                int status = billing(command, new PrintWriter(printed));
                assertThat(statuses(command, text)).as(command + "\n" + printed).contains(status);
            } else {
                assertThat(shell(command)).as(command).isZero();
            }
        }
        assertThat(kept()).as("what Git does not ignore").isEqualTo(before);
    }

    /** The exit statuses that a command may have; the preview of a month that cannot be closed yet has its own. */
    private static List<Integer> statuses(String command, String text) {
        if (command.contains("--preview")) {
            return List.of(0, 4);
        }
        return text.contains("status 2") ? List.of(0, 2) : List.of(0);
    }

    /** The README of a sample gives the commands of its steps; what a close accepts is an affair of each. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("readmes")
    void givesTheStepsOfTheSample(String readme) throws IOException {
        Path steps = Workplace.HOME.resolve(readme).resolveSibling("steps.txt");
        if (Files.exists(steps)) {
            List<String> given = commands(Files.readString(Workplace.HOME.resolve(readme))).stream()
                    .filter(command -> command.startsWith(LAUNCHER) || command.contains("/arrivals/"))
                    .map(ReadmeCommandsTest::step)
                    .toList();
            assertThat(given)
                    .isEqualTo(Files.readAllLines(steps).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(ReadmeCommandsTest::withoutAcceptance)
                            .toList());
        }
    }

    private static String step(String command) {
        if (command.contains("/arrivals/")) {
            return "arrive " + command.replaceFirst(".*/arrivals/([^/ ]+)/.*", "$1");
        }
        return withoutAcceptance(command.substring("./".length()).replaceFirst(" --traffic .*", ""));
    }

    private static String withoutAcceptance(String command) {
        return command.replaceFirst(" --accept \\S+ --reason \\S+", "");
    }

    /** The lines of indented blocks that are commands, without what is said about them after some blanks. */
    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String command = line.strip().replaceFirst(" {2,}.*", "");
            if (line.startsWith(BLOCK) && command.matches("(\\./billing|cp|mkdir|rm|mv) .*")) {
                commands.add(command);
            }
        }
        return commands;
    }

    /** In this process; what the launcher would find below the working folder lies below the copy of the checkout. */
    private int billing(String command, PrintWriter printed) {
        String[] words =
                SampleCalculation.words(command.substring(LAUNCHER.length())).toArray(String[]::new);
        for (int i = 1; i < words.length; i++) {
            if (FOLDERS.contains(words[i - 1])) {
                words[i] = checkout.resolve(words[i]).toString();
            }
        }
        return BillingCommand.run(CLOCK, checkout, printed, printed, words);
    }

    private int shell(String command) throws Exception {
        return new ProcessBuilder("sh", "-c", command)
                .directory(checkout.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Every file that Git would show. */
    private Map<String, String> kept() throws IOException {
        return Workplace.filesBelow(checkout).entrySet().stream()
                .filter(file -> IGNORED.stream().noneMatch(file.getKey()::startsWith))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> new String(file.getValue(), StandardCharsets.ISO_8859_1),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
