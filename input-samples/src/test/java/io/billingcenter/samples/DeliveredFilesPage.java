package io.billingcenter.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.delivery.ColumnType;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of all delivered columns, {@code docs/delivered-files.md}: generated from the definitions of the files, with
 * examples from the expected files of the samples.
 */
final class DeliveredFilesPage {

    private static final String HEAD = """
            # Delivered files

            Generated from the definitions of the files; `DeliveredFilesPageTest` keeps it up to date and says how to generate it.

            Every set of files is in `<out>/<period>/r<revision>/`, with `manifest.json` (rows, control sums, SHA-256 and schema of each file) and an empty
            `.done`, which is written last. The period of a day is like `2026-10-15`, that of a month like `2026-10`. Files are CSV by RFC 4180 in UTF-8 with
            CRLF, one header line, and a fixed order of columns and rows. An empty cell means that there is no value.

            The files of a month have two layouts; the manifest names that of each file, like `invoices/2`. A month keeps the layout with which it was closed
            ([operations](operations.md#names-and-dates-of-invoices)). Accounts with an invoice profile get their own rows of them in
            `<out>/<month>/accounts/r<revision>/<account>/`.

            | Type | Written as |
            |---|---|
            """;

    private static final String SEPARATOR = " | ";

    private final Path samples;

    /** Takes examples from the samples of that folder. */
    DeliveredFilesPage(Path samples) {
        this.samples = samples;
    }

    /** Returns the whole page, in Markdown. */
    String text() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (ColumnType type : ColumnType.values()) {
            page.append("| ")
                    .append(code(type))
                    .append(SEPARATOR)
                    .append(form(type))
                    .append(" |\n");
        }
        page.append('\n')
                .append(Stream.of(DeliveredFile.values())
                        .map(file -> "[" + heading(file) + "](#" + anchor(file) + ")")
                        .collect(Collectors.joining(SEPARATOR)))
                .append('\n');
        for (DeliveredFile file : DeliveredFile.values()) {
            append(page, file);
        }
        return page.toString();
    }

    private void append(StringBuilder page, DeliveredFile file) throws IOException {
        page.append("\n## ").append(heading(file)).append("\n\n").append(file.meaning());
        page.append(" Schema `").append(file.schema()).append("`. Rows are sorted by ");
        page.append(file.columns().stream()
                .filter(DeliveredColumn::key)
                .map(column -> "`" + column.name() + "`")
                .collect(Collectors.joining(", ")));
        page.append(".\n\n| Column | Type | Unit | Meaning | Example |\n|---|---|---|---|---|\n");
        List<String> examples = examples(file);
        for (int i = 0; i < file.columns().size(); i++) {
            DeliveredColumn column = file.columns().get(i);
            String example = examples.get(i);
            page.append("| `").append(column.name()).append('`').append(SEPARATOR);
            page.append(code(column.type())).append(SEPARATOR);
            page.append(column.unit().text()).append(SEPARATOR);
            page.append(column.meaning()).append(SEPARATOR);
            page.append(example.isEmpty() ? "" : "`" + example.replace("|", "\\|") + "`")
                    .append(" |\n");
        }
    }

    /** Cells of the row that has the most of them; where it has none, the first one of any row. */
    private List<String> examples(DeliveredFile file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Path path : expected(file)) {
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(path)) {
                List<List<String>> lines =
                        reader.stream().map(CsvRecord::getFields).toList();
                if (lines.get(0)
                        .equals(file.columns().stream()
                                .map(DeliveredColumn::name)
                                .toList())) {
                    rows.addAll(lines.subList(1, lines.size()));
                }
            }
        }
        List<String> fullest = rows.stream()
                .min(Comparator.comparing(
                        row -> row.stream().filter(String::isEmpty).count()))
                .orElseThrow(() -> new IllegalStateException("Expected a row of " + name(file) + ", found none"));
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < fullest.size(); i++) {
            int column = i;
            examples.add(Stream.concat(Stream.of(fullest), rows.stream())
                    .map(row -> row.get(column))
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse(""));
        }
        return examples;
    }

    private List<Path> expected(DeliveredFile file) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(samples)) {
            for (Path folder : folders.map(sample -> sample.resolve("expected"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(path -> path.getFileName().toString().equals(name(file)))
                            .forEach(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(path -> samples.relativize(path).toString()));
        return found;
    }

    /** The name; files of which there are several layouts also have the version. */
    private static String heading(DeliveredFile file) {
        boolean several = Stream.of(DeliveredFile.values())
                .anyMatch(other -> other != file && other.fileName().equals(file.fileName()));
        return several ? name(file) + ", layout " + file.version() : name(file);
    }

    private static String anchor(DeliveredFile file) {
        return heading(file).replaceAll("[.,]", "").replace(' ', '-');
    }

    private static String name(DeliveredFile file) {
        return file.fileName() + ".csv";
    }

    private static String code(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String form(ColumnType type) {
        return switch (type) {
            case TEXT -> "text; in the profile `excel` guarded against formulas";
            case INTEGER -> "digits, no separators";
            case DECIMAL -> "digits with a decimal point, without exponent and needless zeros";
            case MONEY -> "an amount with the decimal places of its currency";
            case DAY -> "`YYYY-MM-DD`, a day in the billing zone";
            case MONTH -> "`YYYY-MM`";
        };
    }
}
