package io.billingcenter.samples;

import io.billingcenter.samples.oracle.SampleCalculation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of this module with inputs, steps and the files that must come out of them. */
record Scenario(Path folder) {

    /** Bad records in the order of their places, as one file; a scenario without any has no such file. */
    static final String QUARANTINE = "quarantine.csv";

    static final String QUARANTINE_HEADER = "workspace_id,billing_day,file,line,reason\r\n";

    /** The length of a billing day in the name of a folder; that of a month is shorter. */
    private static final int DAY_LENGTH = 10;

    /** A step that did not end as it should. */
    static final class StepFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StepFailedException(String step, String found) {
            super("Expected the step '" + step + "' to end with status 0 or 2, found " + found);
        }
    }

    /** The scenarios of a folder, sorted by name. */
    static List<Scenario> in(Path samples) throws IOException {
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(path -> Files.exists(path.resolve("steps.txt")))
                    .sorted()
                    .map(Scenario::new)
                    .toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path expectedFolder() {
        return folder.resolve("expected");
    }

    List<String> steps() throws IOException {
        return Files.readAllLines(folder.resolve("steps.txt"));
    }

    /** The files that must come out, by their paths. */
    Map<String, String> expected() throws IOException {
        return texts(Workplace.filesBelow(expectedFolder()));
    }

    /**
     * Takes every step in an empty place.
     *
     * @return the delivered files that are compared, by their paths, and the quarantine
     */
    Map<String, String> deliver(Workplace place) throws IOException {
        for (String part : List.of("traffic", "reference")) {
            Workplace.copy(folder.resolve(part), place.root().resolve(part));
        }
        for (String step : steps()) {
            perform(step, place);
        }
        Map<String, String> files = texts(Workplace.filesBelow(place.out()));
        files.keySet().removeIf(path -> path.endsWith(".csv.part") ? unfinished(path) : !isCompared(path));
        String quarantine = quarantine(place, files);
        if (!quarantine.equals(QUARANTINE_HEADER)) {
            files.put(QUARANTINE, quarantine);
        }
        return files;
    }

    private static boolean unfinished(String path) {
        throw new IllegalStateException("Expected finished files only, found " + path);
    }

    /** Of the sets beside the files of a month only those of accounts are worked out a second time. */
    private static boolean isCompared(String path) {
        return path.matches("[^/]+/(accounts/)?r[0-9]+/(?!excel/).*[.]csv");
    }

    private void perform(String step, Workplace place) throws IOException {
        String[] words = SampleCalculation.words(step).toArray(String[]::new);
        switch (words.length == 0 ? "#" : words[0]) {
            case "billing" -> {
                Workplace.Answer answer = place.billing(Arrays.copyOfRange(words, 1, words.length));
                if (answer.status() != 0 && answer.status() != 2) {
                    throw new StepFailedException(step, answer.status() + ":\n" + answer.text());
                }
            }
            case "arrive" -> place.arrive(folder.resolve("arrivals").resolve(words[1]));
            default -> {
                if (!step.isBlank() && !step.startsWith("#")) {
                    throw new StepFailedException(step, "a step that is not known");
                }
            }
        }
    }

    /** The lists of the command line for every billing day, in the form of the expected file. */
    private static String quarantine(Workplace place, Map<String, String> delivered) {
        TreeSet<String> days = new TreeSet<>();
        delivered.keySet().forEach(path -> days.add(path.substring(0, path.indexOf('/'))));
        days.removeIf(period -> period.length() != DAY_LENGTH);
        StringBuilder lines = new StringBuilder(QUARANTINE_HEADER);
        days.stream()
                .flatMap(day -> place.billing("quarantine", "--day", day).text().lines())
                .filter(line -> line.matches("\\S+/\\d{4}-\\d{2}-\\d{2}/.*  .*"))
                .map(Scenario::quarantineLine)
                .sorted(Comparator.comparing((List<String> cells) -> cells.get(0))
                        .thenComparing(cells -> cells.get(1))
                        .thenComparing(cells -> cells.get(2))
                        .thenComparing(cells -> Long.valueOf(cells.get(3))))
                .forEach(cells -> lines.append(String.join(",", cells)).append("\r\n"));
        return lines.toString();
    }

    /** {@code workspace/day/file:line (byte n)  reason  detail}, or without line for a whole file. */
    private static List<String> quarantineLine(String line) {
        String[] parts = line.split("  ", 3);
        String place = parts[0].replaceFirst(" \\(byte \\d+\\)$", "");
        String[] path = place.split("/", 3);
        int colon = path[2].lastIndexOf(':');
        String file = colon < 0 ? path[2] : path[2].substring(0, colon);
        String number = colon < 0 ? "0" : path[2].substring(colon + 1);
        return List.of(path[0], path[1], file, number, parts[1]);
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** Deletes a folder with everything in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> {
                    try {
                        Files.delete(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
