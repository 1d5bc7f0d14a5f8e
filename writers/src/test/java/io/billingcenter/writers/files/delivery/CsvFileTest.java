package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are tested in the third cell, {@code reason}, of a row of holds. */
class CsvFileTest {

    private static final String HEADER = "billing_day,workspace_id,reason,meter,retention_days,quantity,detail\r\n";
    private static final String ROW_START = "2026-11-21,ws-1,";
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final Currency CNY = Currency.getInstance("CNY");

    @TempDir
    Path folder;

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of(" blanks ", " blanks "),
                Arguments.of("a,b", "\"a,b\""),
                Arguments.of("say \"hi\"", "\"say \"\"hi\"\"\""),
                Arguments.of("\"", "\"\"\"\""),
                Arguments.of("a\rb", "\"a\rb\""),
                Arguments.of("a\nb", "\"a\nb\""),
                Arguments.of("a\r\nb", "\"a\r\nb\""),
                Arguments.of("ends\r", "\"ends\r\""),
                Arguments.of("back\\slash\\", "back\\slash\\"),
                Arguments.of("\\\"", "\"\\\"\"\""),
                Arguments.of("tab\there", "tab\there"),
                Arguments.of("semi;colon", "semi;colon"),
                Arguments.of("\u4E2D\u6587\uFF0C", "\u4E2D\u6587\uFF0C"),
                Arguments.of("\uD83D\uDE00", "\uD83D\uDE00"),
                Arguments.of("in\uFEFFside", "in\uFEFFside"),
                Arguments.of("\uFEFFfirst", "\uFEFFfirst"),
                Arguments.of("#remark", "#remark"),
                Arguments.of("null", "null"),
                Arguments.of("-12.50", "-12.50"),
                Arguments.of("=1+1", "=1+1"),
                Arguments.of("\uFF1D1+1", "\uFF1D1+1"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aTextIsQuotedOnlyWhereItMustBeAndReadBackEqual(String text, String cell) throws IOException {
        String csv = csv(Profile.MACHINE, List.of(hold(text)));
        assertThat(csv).isEqualTo(HEADER + ROW_START + cell + ",,,,end\r\n");
        assertThat(reasons(csv)).containsExactly("reason", text);
    }

    @Test
    void nothingStandsForNothing() throws IOException {
        assertThat(csv(Profile.MACHINE, List.of(hold(null), hold(""))))
                .isEqualTo(HEADER + (ROW_START + ",,,,end\r\n").repeat(2));
    }

    /** Another library reads these: the reader of opencsv fails on quotes before the end of a line. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomTextsAreReadBackEqual(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String alphabet = "ab,;\"'\\\r\n\t #=\u4E2D\uFEFF\u3000";
        List<List<@Nullable Object>> rows = IntStream.range(0, 500)
                .mapToObj(i -> texts("." + text(random, alphabet), "." + text(random, alphabet)))
                .toList();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(csv(Profile.MACHINE, rows))) {
            assertThat(csv.stream().skip(1).map(cells -> texts(cells.getField(2), cells.getField(6))))
                    .containsExactlyElementsOf(rows);
        }
    }

    @Test
    void theSpreadsheetProfileBeginsWithAMarkAndGuardsTextsOnly() throws IOException {
        String csv =
                csv(Profile.EXCEL, DeliveredFile.INVOICES, List.of(invoice("=1+1"), invoice("-1"), invoice("final")));
        assertThat(csv).startsWith("\uFEFFbilling_month,").contains(",CNY,-12.50,0.00,");
        assertThat(csv.lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("'=1+1", "'-1", "final");
    }

    @ParameterizedTest
    @CsvSource({
        "1000000.00, 1000000",
        "1E+9, 1000000000",
        "1E-7, 0.0000001",
        "0.00, 0",
        "-0.50, -0.5",
        "12.3400000, 12.34",
        "99999999999999999999999999999999999999.99, 99999999999999999999999999999999999999.99"
    })
    void decimalsArePlainWithoutNeedlessZeros(BigDecimal quantity, String cell) throws IOException {
        String csv = csv(Profile.EXCEL, List.of(Arrays.asList(DAY, "ws-1", "no_price", "log", 14L, quantity, null)));
        assertThat(csv).endsWith("2026-11-21,ws-1,no_price,log,14," + cell + ",\r\n");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() throws IOException {
        Money yen = Money.of(Currency.getInstance("JPY"), new BigDecimal("-1200"));
        Money dollars = Money.of(Currency.getInstance("USD"), new BigDecimal("3"));
        String csv = csv(Profile.MACHINE, DeliveredFile.INVOICE_LINES, List.of(line(yen, "JPY"), line(dollars, "USD")));
        assertThat(csv.lines().skip(1).map(line -> line.replaceFirst(".*,1,", "")))
                .containsExactly("-1200,JPY", "3.00,USD");
    }

    @Test
    void aValueOfAnotherTypeThanItsColumnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> csv(Profile.MACHINE, List.of(Arrays.asList(DAY, "w", "r", "m", 14, null, null))))
                .withMessage("Expected INTEGER in column retention_days of holds/1, found '14'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> csv(Profile.MACHINE, List.of(List.of(DAY))))
                .withMessage("Expected 7 values for a row of holds/1, found 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 10_000, 1_000_000})
    void anErrorOfTheDiskIsNotSwallowed(int room) {
        assertThatIOException()
                .isThrownBy(() -> {
                    try (CsvFile file = new CsvFile(DeliveredFile.HOLDS, Profile.EXCEL, new FullDisk(room))) {
                        for (int i = 0; i < 50_000; i++) {
                            file.row(hold("some text"));
                        }
                        file.finish();
                    }
                })
                .withMessage("No space left on device");
    }

    @ParameterizedTest
    @CsvSource({"MACHINE", "EXCEL"})
    void readsBackTheWrittenContent(Profile profile) throws IOException {
        Path path = folder.resolve("file");
        FileContent written;
        try (CsvFile file = new CsvFile(DeliveredFile.INVOICES, profile, Files.newOutputStream(path))) {
            file.row(invoice("=1\r\n\"2\""));
            file.row(invoice("final"));
            written = file.finish();
        }
        assertThat(ReadBack.content(path, DeliveredFile.INVOICES, profile)).isEqualTo(written);
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.control())
                .contains(new FileContent.ControlSum("total", "CNY", "-25.00"))
                .hasSize(7);
        assertThat(written.firstKey()).containsExactly("2026-11", "acct-1", "INV-1");
    }

    @Test
    void aChangedFileIsFoundOut() throws IOException {
        Path path = folder.resolve("file");
        Files.writeString(path, csv(Profile.MACHINE, List.of(hold("a"), hold("b"))));
        FileContent whole = ReadBack.content(path, DeliveredFile.HOLDS, Profile.MACHINE);
        Files.writeString(path, csv(Profile.MACHINE, List.of(hold("a"))));
        assertThat(ReadBack.content(path, DeliveredFile.HOLDS, Profile.MACHINE)).isNotEqualTo(whole);
        assertThatIOException()
                .isThrownBy(() -> ReadBack.content(path, DeliveredFile.USAGE, Profile.MACHINE))
                .withMessageContaining("Expected [billing_day, workspace_id, meter");
        assertThatIOException()
                .isThrownBy(() -> ReadBack.content(path, DeliveredFile.HOLDS, Profile.EXCEL))
                .withMessageContaining("Expected [-17, -69, -65]");
    }

    private static String text(RandomGenerator random, String alphabet) {
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .reduce("", String::concat);
    }

    private static String csv(Profile profile, List<List<@Nullable Object>> rows) throws IOException {
        return csv(profile, DeliveredFile.HOLDS, rows);
    }

    private static String csv(Profile profile, DeliveredFile kind, List<List<@Nullable Object>> rows)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(kind, profile, bytes)) {
            for (List<@Nullable Object> row : rows) {
                file.row(row);
            }
            file.finish();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> reasons(String csv) throws IOException {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
                .withCSVParser(new RFC4180Parser())
                .withKeepCarriageReturn(true)
                .build()) {
            return reader.readAll().stream().map(cells -> cells[2]).toList();
        } catch (com.opencsv.exceptions.CsvException e) {
            throw new IOException(e);
        }
    }

    private static List<@Nullable Object> hold(@Nullable String reason) {
        return texts(reason, "end");
    }

    private static List<@Nullable Object> texts(@Nullable String reason, @Nullable String detail) {
        return Arrays.asList(DAY, "ws-1", reason, null, null, null, detail);
    }

    private static List<@Nullable Object> invoice(String state) {
        Money total = Money.of(CNY, new BigDecimal("-12.50"));
        Money zero = Money.zero(CNY);
        return Arrays.asList(
                BillingMonth.parse("2026-11"),
                "acct-1",
                "INV-1",
                "CNY",
                total,
                zero,
                zero,
                zero,
                zero,
                total,
                zero,
                state);
    }

    private static List<@Nullable Object> line(Money amount, String currency) {
        return Arrays.asList(
                BillingMonth.parse("2026-11"),
                "acct-1",
                "INV-1",
                "ws-1",
                "sms",
                null,
                "usage",
                BigDecimal.ONE,
                1L,
                amount,
                currency);
    }

    /** Accepts that number of bytes and no more. */
    static final class FullDisk extends OutputStream {

        private long room;

        FullDisk(long room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
