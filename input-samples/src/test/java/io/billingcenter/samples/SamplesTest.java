package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every scenario of this folder through the real command line, on both databases, and compares every machine file
 * byte for byte with what was worked out from the rules; then every line is explained.
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("").toAbsolutePath();
    private static final String QUARANTINE = "quarantine.csv";
    private static final String QUARANTINE_HEADER = "workspace_id,billing_day,file,line,reason\r\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            List<String> names = folders.filter(path -> Files.exists(path.resolve("steps.txt")))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream()
                    .flatMap(name -> Arrays.stream(Databases.values()).map(db -> Arguments.of(name, db)));
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("scenarios")
    void givesTheExpectedFiles(String name, Databases database) throws IOException {
        Path scenario = SAMPLES.resolve(name);
        String address = database.address(folder);
        Workplace place = new Workplace(folder, address);
        for (String part : List.of("traffic", "reference")) {
            Workplace.copy(scenario.resolve(part), folder.resolve(part));
        }
        for (String step : Files.readAllLines(scenario.resolve("steps.txt"))) {
            perform(step, scenario, place);
        }
        Map<String, String> expected = texts(Workplace.filesBelow(scenario.resolve("expected")));
        String expectedQuarantine = expected.getOrDefault(QUARANTINE, QUARANTINE_HEADER);
        expected.remove(QUARANTINE);
        assertThat(machineFiles(place)).containsExactlyEntriesOf(expected);
        assertThat(quarantine(place, expected)).isEqualTo(expectedQuarantine);
        if (database == Databases.HSQLDB || name.equals("late-file")) {
            Explanations.assertAddUp(place, address, closedMonths(scenario));
        }
    }

    private static List<String> closedMonths(Path scenario) throws IOException {
        return Files.readAllLines(scenario.resolve("steps.txt")).stream()
                .filter(step -> step.contains("--month 2026"))
                .map(step -> step.substring(step.lastIndexOf(' ') + 1))
                .toList();
    }

    private static void perform(String step, Path scenario, Workplace place) throws IOException {
        String[] words = step.trim().split(" +");
        switch (words[0]) {
            case "billing" -> {
                Workplace.Answer answer = place.billing(Arrays.copyOfRange(words, 1, words.length));
                assertThat(answer.status()).as(step + "\n" + answer.text()).isIn(0, 2);
            }
            case "arrive" -> place.arrive(scenario.resolve("arrivals").resolve(words[1]));
            default -> assertThat(step).matches("(#.*)?");
        }
    }

    private static Map<String, String> machineFiles(Workplace place) throws IOException {
        Map<String, String> files = texts(Workplace.filesBelow(place.out()));
        assertThat(files.keySet()).noneMatch(path -> path.contains(".part"));
        files.keySet().removeIf(path -> !path.endsWith(".csv") || path.contains("/excel/"));
        return files;
    }

    /** What the command line lists for every billing day, in the form of the expected file. */
    private static String quarantine(Workplace place, Map<String, String> expected) {
        StringBuilder lines = new StringBuilder(QUARANTINE_HEADER);
        Stream<String> days = expected.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .filter(period -> period.length() == 10)
                .distinct();
        String listed = days.map(
                        day -> place.billing("quarantine", "--day", day).text())
                .reduce("", String::concat);
        listed.lines()
                .filter(line -> line.matches("\\S+/\\d{4}-\\d{2}-\\d{2}/.*  .*"))
                .map(SamplesTest::quarantineLine)
                .sorted(SamplesTest::byPlace)
                .forEach(cells -> lines.append(String.join(",", cells)).append("\r\n"));
        return lines.toString();
    }

    /** {@code workspace/day/file:line (byte n)  reason  detail}, or without line for a whole file. */
    private static String[] quarantineLine(String line) {
        String[] parts = line.split("  ", 3);
        String place = parts[0].replaceFirst(" \\(byte \\d+\\)$", "");
        String[] path = place.split("/", 3);
        int colon = path[2].lastIndexOf(':');
        String file = colon < 0 ? path[2] : path[2].substring(0, colon);
        String number = colon < 0 ? "0" : path[2].substring(colon + 1);
        return new String[] {path[0], path[1], file, number, parts[1]};
    }

    private static int byPlace(String[] left, String[] right) {
        for (int cell = 0; cell < 3; cell++) {
            int order = left[cell].compareTo(right[cell]);
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(Long.parseLong(left[3]), Long.parseLong(right[3]));
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
