package io.billingcenter.samples;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import io.billingcenter.samples.oracle.SampleTable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares a delivered file with the second calculation, row by row and column by column. */
final class FigureCheck {

    /** Columns that say something in words; they are no figures, and the second calculation does not work them out. */
    private static final Map<String, Set<String>> TEXTS = Map.of(
            "holds.csv", Set.of("detail"),
            "bill-details.csv", Set.of("productName", "productDetail", "workspaceName"));

    private static final String NOTHING = "nothing";

    private final String file;
    private final List<List<String>> lines;
    private final List<Finding> findings = new ArrayList<>();

    private FigureCheck(String file, String delivered) {
        this.file = file;
        this.lines = lines(delivered);
    }

    /**
     * A figure that is not confirmed; the expected one is that of the second calculation.
     *
     * @param line the line of the file, or 0 for all of it
     * @param column empty for a whole line
     */
    record Finding(String file, int line, String column, String expected, String found) {

        @Override
        public String toString() {
            String place = (line == 0 ? "file" : "line " + line) + (column.isEmpty() ? "" : ", column " + column);
            return place + ": expected " + shown(expected) + ", found " + shown(found);
        }

        private static String shown(String text) {
            return text.isEmpty() ? "an empty cell" : text;
        }
    }

    /** The figures of a delivered file that the second calculation does not confirm. */
    static List<Finding> findings(String file, String delivered, SampleTable calculated) {
        FigureCheck check = new FigureCheck(file, delivered);
        if (check.hasTheColumnsOf(calculated)) {
            check.compareRows(calculated);
        }
        return check.findings;
    }

    /** Returns whether some row of a file has the same figures as before, and says something else in words. */
    static boolean differsInTexts(String file, String committed, String delivered) {
        Set<List<String>> before = new HashSet<>(withTexts(file, committed, true));
        Set<List<String>> figuresBefore = new HashSet<>(withTexts(file, committed, false));
        List<List<String>> now = withTexts(file, delivered, true);
        List<List<String>> figuresNow = withTexts(file, delivered, false);
        return IntStream.range(0, now.size())
                .anyMatch(row -> figuresBefore.contains(figuresNow.get(row)) && !before.contains(now.get(row)));
    }

    /** The number of figures in a file. */
    static long figures(String file, String delivered) {
        FigureCheck check = new FigureCheck(file, delivered);
        long columns = check.columns().stream()
                .filter(column -> !texts(file).contains(column))
                .count();
        return columns * Math.max(0, check.lines.size() - 1);
    }

    private static List<List<String>> withTexts(String file, String content, boolean texts) {
        FigureCheck check = new FigureCheck(file, content);
        int[] kept = IntStream.range(0, check.columns().size())
                .filter(at -> texts || !texts(file).contains(check.columns().get(at)))
                .toArray();
        return check.lines.stream()
                .map(line -> Arrays.stream(kept).mapToObj(at -> cell(line, at)).toList())
                .toList();
    }

    private static Set<String> texts(String file) {
        return TEXTS.getOrDefault(file.substring(file.lastIndexOf('/') + 1), Set.of());
    }

    private List<String> columns() {
        return lines.isEmpty() ? List.of() : lines.get(0);
    }

    /** A stale file may have been cut, or have the marks of a merge. */
    private static String cell(List<String> line, int at) {
        return at < line.size() ? line.get(at) : "";
    }

    private boolean hasTheColumnsOf(SampleTable calculated) {
        for (String column : columns()) {
            if (!calculated.columns().contains(column) && !texts(file).contains(column)) {
                findings.add(new Finding(file, 1, column, "a column of the second calculation", column));
            }
        }
        for (String column : calculated.columns()) {
            if (!columns().contains(column)) {
                findings.add(new Finding(file, 1, column, column, NOTHING));
            }
        }
        return columns().containsAll(calculated.columns());
    }

    /** Rows with the same key are compared in their order, after those that are equal. */
    private void compareRows(SampleTable calculated) {
        Map<List<String>, List<List<String>>> unmatched = new LinkedHashMap<>();
        calculated
                .rows()
                .forEach(row -> unmatched
                        .computeIfAbsent(row.subList(0, calculated.keys()), any -> new ArrayList<>())
                        .add(row));
        Map<Integer, List<String>> open = new LinkedHashMap<>();
        for (int line = 1; line < lines.size(); line++) {
            List<String> row = covered(lines.get(line), calculated);
            List<List<String>> same = unmatched.getOrDefault(row.subList(0, calculated.keys()), new ArrayList<>());
            if (!same.remove(row)) {
                open.put(line + 1, row);
            }
        }
        open.forEach((line, row) -> {
            List<List<String>> same = unmatched.getOrDefault(row.subList(0, calculated.keys()), new ArrayList<>());
            if (same.isEmpty()) {
                findings.add(new Finding(file, line, "", NOTHING, String.join(",", row)));
            } else {
                compare(line, calculated.columns(), same.remove(0), row);
            }
        });
        unmatched.values().stream()
                .flatMap(List::stream)
                .forEach(row -> findings.add(new Finding(file, lines.size() + 1, "", String.join(",", row), NOTHING)));
    }

    private List<String> covered(List<String> line, SampleTable calculated) {
        return calculated.columns().stream()
                .map(column -> cell(line, columns().indexOf(column)))
                .toList();
    }

    private void compare(int line, List<String> columns, List<String> expected, List<String> found) {
        for (int column = 0; column < columns.size(); column++) {
            if (!expected.get(column).equals(found.get(column))) {
                findings.add(new Finding(file, line, columns.get(column), expected.get(column), found.get(column)));
            }
        }
    }

    private static List<List<String>> lines(String content) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(content))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            return reader.readAll().stream().map(List::of).toList();
        } catch (IOException | CsvException e) {
            throw new IllegalStateException(e);
        }
    }
}
