package io.billingcenter.writers.files.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells have their types, large numbers keep their digits, and the bytes depend on the content only. */
class XlsxFileTest {

    private static final BillingDay CREATED = BillingDay.parse("2026-11-01");
    private static final List<SheetColumn> COLUMNS =
            List.of(SheetColumn.of("id"), SheetColumn.of("day"), SheetColumn.of("count"), SheetColumn.of("amount"));

    @Test
    void cellsHaveTheirTypes() throws IOException {
        Money money = Money.of(Currency.getInstance("CNY"), new BigDecimal("1234.50"));
        byte[] workbook = workbook(List.of(
                row("007", BillingDay.parse("2026-10-31"), 12L, money),
                row("=1+1", null, null, new BigDecimal("0.5000")),
                row("a<b>&\"'", null, Long.MAX_VALUE, new BigDecimal("123456789012345"))));

        List<Row> rows = rows(workbook, 0);

        assertThat(texts(rows.get(0))).containsExactly("id", "day", "count", "amount");
        assertThat(types(rows.get(1)))
                .containsExactly(CellType.STRING, CellType.NUMBER, CellType.NUMBER, CellType.NUMBER);
        assertThat(rows.get(1).getCellAsString(0)).contains("007");
        assertThat(rows.get(1).getCellAsDate(1).orElseThrow().toLocalDate()).isEqualTo("2026-10-31");
        assertThat(rows.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("12");
        assertThat(rows.get(1).getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("1234.50");
        assertThat(rows.get(2).getCellAsString(0)).contains("=1+1");
        assertThat(entry(workbook, "xl/styles.xml"))
                .contains("formatCode=\"0.00\"", "formatCode=\"0.0\"", "formatCode=\"yyyy-mm-dd\"");
        assertThat(rows.get(3).getCellAsString(0)).contains("a<b>&\"'");
        assertThat(rows.get(3).getCell(3).getType()).isEqualTo(CellType.NUMBER);
    }

    @Test
    void aNumberOfMoreDigitsThanADoubleHasIsAText() throws IOException {
        List<Row> rows = rows(
                workbook(List.of(
                        row("a", null, 999_999_999_999_999L, new BigDecimal("9999999999999.99")),
                        row("b", null, 1_000_000_000_000_001L, new BigDecimal("10000000000000.01")))),
                0);

        assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.get(2).getCellAsString(2)).contains("1000000000000001");
        assertThat(rows.get(2).getCellAsString(3)).contains("10000000000000.01");
    }

    @Test
    void aFullSheetIsContinuedOnAnother() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(bytes, CREATED)) {
            XlsxSheet sheet = file.sheet("lines", COLUMNS, 3);
            for (int i = 0; i < 7; i++) {
                sheet.row(row("r" + i, null, (long) i, null));
            }
            sheet.finish();
            assertThat(sheet.rows()).isEqualTo(7);
            file.finish();
        }

        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(read.getSheets().map(sheet -> sheet.getName())).containsExactly("lines", "lines 2", "lines 3");
        }
        assertThat(rows(bytes.toByteArray(), 0)).hasSize(4);
        assertThat(rows(bytes.toByteArray(), 2).get(0).getCellAsString(0)).contains("id");
        assertThat(rows(bytes.toByteArray(), 2).get(1).getCellAsString(0)).contains("r6");
    }

    @Test
    void headsStayInViewAndHaveFilters() throws IOException {
        String sheet = entry(workbook(List.of(row("a", null, 1L, null))), "xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("state=\"frozen\"", "ySplit=\"1\"", "<autoFilter ref=\"A1:D2\"", "<col ");
    }

    @Test
    void theBytesDependOnTheContentOnly() throws Exception {
        List<List<@Nullable Object>> rows = randomRows(new Random(16), 2_000);
        byte[] first = workbook(rows);
        // A stamp of the time would differ by now.
        Thread.sleep(1_100);

        assertThat(workbook(rows)).isEqualTo(first);
        assertThat(entry(first, "docProps/core.xml")).contains("2026-11-01T00:00:00Z");
    }

    @Test
    void aRowOfAnotherLengthOrTypeIsRefused() {
        assertThatThrownBy(() -> workbook(List.of(Arrays.asList("a", null))))
                .hasMessageContaining("Expected 4 values")
                .hasMessageContaining("found 2");
        assertThatThrownBy(() -> workbook(List.of(Arrays.asList("a", null, 1.5d, null))))
                .hasMessageContaining("Double");
    }

    @Test
    void libreOfficeShowsTheSameTexts(@TempDir Path folder) throws Exception {
        assumeThat(LibreOffice.isInstalled()).as("LibreOffice is installed").isTrue();
        List<List<@Nullable Object>> rows = randomRows(new Random(7), 500);
        Path workbook = Files.write(folder.resolve("test.xlsx"), workbook(rows));

        String printed = LibreOffice.convert(workbook);

        // A missing Java runtime of LibreOffice is not about the workbook.
        assertThat(printed.lines().filter(line -> !line.contains("javaldx")))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).matches(".*(error|warning|repair).*"));
        List<List<String>> found = new ArrayList<>();
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(folder.resolve("test-rows.csv"))) {
            csv.forEach(record -> found.add(record.getFields()));
        }
        assertThat(found.remove(0)).containsExactly("id", "day", "count", "amount");
        assertThat(found).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.get(i)).as("row %s", i).isEqualTo(shown(rows.get(i)));
        }
    }

    private static List<String> shown(List<@Nullable Object> row) {
        return row.stream()
                .map(value -> {
                    if (value instanceof BigDecimal decimal) {
                        return decimal.stripTrailingZeros().toPlainString();
                    }
                    return value instanceof Money money ? money.amount().toPlainString() : Objects.toString(value, "");
                })
                .toList();
    }

    private static List<List<@Nullable Object>> randomRows(Random random, int count) {
        List<String> texts =
                List.of("acct-1", "00123", "=1+1", "中文名称", "a,\"b\"", " x ", "1e5", "-7", "2026-10-01", "é");
        Currency cny = Currency.getInstance("CNY");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(3));
            rows.add(row(
                    texts.get(random.nextInt(texts.size())),
                    random.nextInt(5) == 0 ? null : CREATED.plusDays(random.nextInt(400)),
                    random.nextLong(),
                    random.nextBoolean()
                            ? number.negate()
                            : Money.of(cny, new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000)), 2))));
        }
        return rows;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static byte[] workbook(List<List<@Nullable Object>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(bytes, CREATED)) {
            XlsxSheet sheet = file.sheet("rows", COLUMNS);
            for (List<@Nullable Object> row : rows) {
                sheet.row(row);
            }
            sheet.finish();
            file.finish();
        }
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] workbook, int sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getSheet(sheet).orElseThrow().read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    private static List<CellType> types(Row row) {
        return row.stream().map(Cell::getType).toList();
    }

    private static String entry(byte[] archive, String name) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("Expected " + name + " in " + names);
    }

    @Test
    void monthsAreTexts() throws IOException {
        List<Row> rows = rows(workbook(List.of(row("a", BillingMonth.parse("2026-10"), 1L, null))), 0);

        assertThat(rows.get(1).getCellAsString(1)).contains("2026-10");
    }
}
