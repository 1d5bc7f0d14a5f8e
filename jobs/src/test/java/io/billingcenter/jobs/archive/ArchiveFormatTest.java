package io.billingcenter.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.CellType;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.writers.files.archive.ArchiveWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that archive files are read as they were written, from the beginning and from each of their parts. */
class ArchiveFormatTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-08");
    private static final List<ArchiveColumn> COLUMNS = List.of(
            new ArchiveColumn("workspace_id", CellType.TEXT),
            new ArchiveColumn("billing_day", CellType.DATE),
            new ArchiveColumn("quantity", CellType.NUMBER),
            new ArchiveColumn("is_current", CellType.FLAG),
            new ArchiveColumn("detail", CellType.TEXT),
            new ArchiveColumn("raw", CellType.BYTES));

    @TempDir
    private Path folder;

    @Test
    void rowsAreReadAsTheyWereWritten() throws IOException {
        Path path = folder.resolve("new/details.jsonl.gz");
        List<DetailRow> rows = rows(new Random(24), 12_000);
        Map<WorkspaceDay, Long> starts = new TreeMap<>();
        ArchiveFile file = write(path, rows, starts);

        assertThat(file.sizeBytes()).isEqualTo(Files.size(path));
        assertThat(file.rowCounts()).matches("one [0-9]+, other [0-9]+");
        assertThat(file.workspaceDays()).isEqualTo(starts.size());
        assertThat(starts.values().stream().distinct().count()).isGreaterThan(5);
        try (ArchiveReader reader = ArchiveReader.open(path)) {
            assertThat(reader.columns()).isEqualTo(Map.of("one", COLUMNS, "other", COLUMNS));
            assertSame(rest(reader), rows);
        }
        List<WorkspaceDay> days = List.copyOf(starts.keySet());
        for (WorkspaceDay day : List.of(days.get(0), days.get(days.size() / 2), days.get(days.size() - 1))) {
            try (ArchiveReader reader = ArchiveReader.openAt(path, starts.get(day))) {
                List<DetailRow> found = rest(reader);
                assertThat(found.get(0).workspaceDay()).isLessThanOrEqualTo(day);
                assertSame(found, rows.subList(rows.size() - found.size(), rows.size()));
            }
        }
    }

    @Test
    void linesAreReadableText() throws IOException {
        Path path = folder.resolve("details.jsonl.gz");
        WorkspaceDay day = day("ws-1", 1);
        write(
                path,
                List.of(row(
                        "one", day, new BigDecimal("1.50"), true, "a \"text\"\nof two lines, 流量", new byte[] {1, 2})),
                new TreeMap<>());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("{\"format\":\"billing-archive/1\",\"month\":\"2026-08\"");
            assertThat(lines.readLine())
                    .isEqualTo(
                            "[\"one\",\"ws-1\",\"2026-08-01\",1.50,true,\"a \\\"text\\\"\\nof two lines, 流量\",\"AQI=\"]");
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void anotherFormatAndBrokenFilesAreRefused() throws IOException {
        Path path = folder.resolve("details.jsonl.gz");
        write(path, rows(new Random(1), 3_000), new TreeMap<>());
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> {
                    try (ArchiveReader reader = ArchiveReader.open(path)) {
                        rest(reader);
                    }
                })
                .isInstanceOf(IOException.class);
        Files.writeString(path, "no gzip");
        assertThatThrownBy(() -> ArchiveReader.open(path)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatIsNotCommittedLeavesNothing() throws IOException {
        Path path = folder.resolve("details.jsonl.gz");
        try (ArchiveWriter writer = new ArchiveWriter(path, MONTH, Map.of("one", COLUMNS))) {
            writer.row(row("one", day("ws-1", 1), BigDecimal.ONE, null, null, null));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static ArchiveFile write(Path path, List<DetailRow> rows, Map<WorkspaceDay, Long> starts)
            throws IOException {
        Map<String, List<ArchiveColumn>> columns = new TreeMap<>(Map.of("one", COLUMNS, "other", COLUMNS));
        try (ArchiveWriter writer = new ArchiveWriter(path, MONTH, columns)) {
            for (DetailRow row : rows) {
                writer.row(row);
            }
            ArchiveFile file = writer.commit(1, MONTH, "details.jsonl.gz");
            rows.forEach(row -> starts.put(row.workspaceDay(), writer.startByte(row.workspaceDay())));
            return file;
        }
    }

    private static List<DetailRow> rows(Random random, int count) {
        List<DetailRow> rows = new ArrayList<>();
        int workspace = 0;
        while (rows.size() < count) {
            String id = String.format(Locale.ROOT, "ws-%05d", workspace++);
            for (int day = 1; day <= 31; day++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    rows.add(row(
                            random.nextBoolean() ? "one" : "other",
                            day(id, day),
                            new BigDecimal(new BigInteger(random.nextInt(180), random), random.nextInt(19)),
                            random.nextInt(3) == 0 ? null : random.nextBoolean(),
                            random.nextInt(5) == 0 ? null : text(random),
                            random.nextInt(4) == 0 ? null : bytes(random)));
                }
            }
        }
        return rows;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(90), 1, 0xD7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static DetailRow row(
            String table,
            WorkspaceDay day,
            BigDecimal quantity,
            @Nullable Boolean isCurrent,
            @Nullable String detail,
            byte @Nullable [] raw) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(day.workspace().value());
        cells.add(day.day().date());
        cells.add(quantity);
        cells.add(isCurrent);
        cells.add(detail);
        cells.add(raw);
        return new DetailRow(table, day, cells);
    }

    private static WorkspaceDay day(String workspace, int day) {
        return new WorkspaceDay(new WorkspaceId(workspace), new BillingDay(LocalDate.of(2026, 8, day)));
    }

    private static List<DetailRow> rest(ArchiveReader reader) throws IOException {
        List<DetailRow> rows = new ArrayList<>();
        for (DetailRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static void assertSame(List<DetailRow> found, List<DetailRow> expected) {
        assertThat(texts(found)).isEqualTo(texts(expected));
    }

    private static List<String> texts(List<DetailRow> rows) {
        return rows.stream()
                .map(row -> row.table()
                        + row.workspaceDay()
                        + row.cells().stream()
                                .map(cell -> cell instanceof byte[] raw
                                        ? HexFormat.of().formatHex(raw)
                                        : cell + "")
                                .toList())
                .toList();
    }
}
