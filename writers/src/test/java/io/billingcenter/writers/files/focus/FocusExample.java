package io.billingcenter.writers.files.focus;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of FOCUS in memory: a worked example, or an export. A cell without a value is null. */
record FocusExample(FocusVersion version, FocusDataset dataset, List<String> header, List<@Nullable String[]> rows) {

    static final String OWN_COLUMN = "x_";

    /** Returns the worked examples. */
    static Stream<FocusExample> all() {
        return Stream.of(FocusDataset.values())
                .flatMap(dataset -> dataset.versions().stream().map(version -> example(version, dataset)));
    }

    static FocusExample example(FocusVersion version, FocusDataset dataset) {
        return read(
                version, dataset, Path.of("src/test/resources/focus/example-" + dataset.fileName(version) + ".csv"));
    }

    static FocusExample read(FocusVersion version, FocusDataset dataset, Path file) {
        List<@Nullable String[]> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(row -> {
                if (header.isEmpty()) {
                    header.addAll(row.getFields());
                } else {
                    rows.add(row.getFields().stream()
                            .map(cell -> cell.isEmpty() ? null : cell)
                            .toArray(String[]::new));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FocusExample(version, dataset, header, rows);
    }

    /** Returns all violations of the header and the rows. */
    List<RuleViolation> violations() {
        FocusRules rules = new FocusModel(version, dataset).rules(header);
        List<RuleViolation> found = new ArrayList<>(rules.headerViolations());
        rows.forEach(cells -> rules.check(cells, found::add));
        return found;
    }

    /** Returns the columns of FOCUS itself. */
    List<String> focusColumns() {
        return header.stream().filter(column -> !column.startsWith(OWN_COLUMN)).toList();
    }

    FocusExample without(String column) {
        int dropped = header.indexOf(column);
        List<String> left = new ArrayList<>(header);
        left.remove(dropped);
        List<@Nullable String[]> cells = rows.stream()
                .map(row -> {
                    List<@Nullable String> kept = new ArrayList<>();
                    for (int i = 0; i < row.length; i++) {
                        if (i != dropped) {
                            kept.add(row[i]);
                        }
                    }
                    return kept.toArray(String[]::new);
                })
                .toList();
        return new FocusExample(version, dataset, left, cells);
    }

    /** Returns the example with another value in one cell. */
    FocusExample with(int row, String column, @Nullable String value) {
        List<@Nullable String[]> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            @Nullable String[] cells = rows.get(i).clone();
            if (i == row) {
                cells[header.indexOf(column)] = value;
            }
            changed.add(cells);
        }
        return new FocusExample(version, dataset, header, changed);
    }

    @Nullable
    String cell(int row, String column) {
        return rows.get(row)[header.indexOf(column)];
    }

    @Override
    public String toString() {
        return dataset.fileName(version);
    }
}
