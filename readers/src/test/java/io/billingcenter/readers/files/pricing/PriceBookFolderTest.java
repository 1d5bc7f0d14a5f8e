package io.billingcenter.readers.files.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.readers.files.csv.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The valid book is the shipped one of 2024-11-06; each case breaks one of its lines. Its header is line 4, its last
 * line 43.
 */
class PriceBookFolderTest {

    private static final Path SHIPPED = Path.of("..", "config", "price-books");
    private static final String BOOK = "2026-01-01.csv";

    @TempDir
    private Path folder;

    private static String shipped(String version) throws IOException {
        return Files.readString(SHIPPED.resolve(version + ".csv"), StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private List<PriceBook> read() {
        return new PriceBookFolder(folder).read();
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidPriceBookException.class, this::read).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,0.6,1.6,0.09,-0.23  | line 5, column os_usd: expected"
                        + " a decimal of at least 0 with at most 7 decimals and at most 15 digits before them, found '-0.23'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,0.6,1.6,0.09,0.12345678 | line 5, column os_usd: expected"
                        + " a decimal of at least 0 with at most 7 decimals and at most 15 digits before them, found '0.12345678'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,0.6,1.6,9e-2,0.23 | line 5, column cn_usd: expected"
                        + " a decimal of at least 0 with at most 7 decimals and at most 15 digits before them, found '9e-2'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,.6,1.6,0.09,0.23 | line 5, column cn_cny: expected"
                        + " a decimal of at least 0 with at most 7 decimals and at most 15 digits before them, found '.6'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,0.6,none,0.09,0.23 | line 5, column os_cny: expected"
                        + " a decimal of at least 0 with at most 7 decimals and at most 15 digits before them, found 'none'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000,,,, | line 5, column cn_cny: expected"
                        + " at least one price in the row, found ''",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,100,0.6,1.6,0.09,0.23 | line 5, column unit: expected"
                        + " the meter's unit 1000, found '100'",
                "series,3,1000,0.6,1.6,0.09,0.23  | series,3,1000.0,0.6,1.6,0.09,0.23 | line 5, column unit: expected"
                        + " the meter's unit 1000, found '1000.0'",
                "sms,,10,1,,,                     | sms,,10,1,,, ;sms,,10,2,,, | line 41, column meter: expected"
                        + " a meter and retention that no earlier row has (line 40 has it), found 'sms'",
                "sms,,10,1,,,                     | sms,,10,1,,           | line 40: expected 7 columns, found '6 columns'",
                "meter,retention_days,unit,cn_cny,os_cny,cn_usd,os_usd | meter,retention,unit,cn_cny,os_cny,cn_usd,os_usd |"
                        + " line 4: expected the header meter,retention_days,unit,cn_cny,os_cny,cn_usd,os_usd, found"
                        + " 'meter,retention,unit,cn_cny,os_cny,cn_usd,os_usd'"
            })
    void refusesABadLine(String line, String bad, String expected) throws IOException {
        write(BOOK, shipped("2024-11-06").replace(line + "\n", bad.replace(" ;", "\n") + "\n"));
        assertThat(problems()).containsExactly(BOOK + ", " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log,60,1000000,2.5,5,0.36,0.8 | '' | : expected a row for log/60d, found 'no row'",
                "report,,1,1,2,0.14,0.28 | '' | : expected a row for report, found 'no row'",
                "pipeline,,1000000000,0.1,0.2,0.014,0.028 | '' | : expected a row for pipeline, found 'no row'",
                "log,60,1000000,2.5,5,0.36,0.8 | log,90,1000000,2.5,5,0.36,0.8 | expected one of the meter's tiers"
                        + " 3, 7, 14, 30, 60, found '90'",
                "log,60,1000000,2.5,5,0.36,0.8 | log,060,1000000,2.5,5,0.36,0.8 | expected days of retention, or nothing"
                        + " for a meter without tiers, found '060'",
                "log,60,1000000,2.5,5,0.36,0.8 | log,,1000000,2.5,5,0.36,0.8 | expected one of the meter's tiers"
                        + " 3, 7, 14, 30, 60, found ''",
                "report,,1,1,2,0.14,0.28 | report,7,1,1,2,0.14,0.28 | expected nothing, because the meter has no"
                        + " tiers, found '7'",
                "report,,1,1,2,0.14,0.28 | reports,,1,1,2,0.14,0.28 | column meter: expected one of series, log,"
            })
    void refusesAGap(String line, String bad, String expected) throws IOException {
        write(BOOK, shipped("2024-11-06").replace(line + "\n", bad + "\n"));
        String gap = line.startsWith("log") ? "log/60d" : line.substring(0, line.indexOf(','));
        assertThat(problems()).contains(BOOK + ", column meter: expected a row for " + gap + ", found 'no row'");
        assertThat(problems()).anyMatch(problem -> problem.contains(expected.replaceFirst("^: ", "")));
    }

    @Test
    void letsPipelineBeMissingBeforeItWasOffered() throws IOException {
        write("2024-06-25.csv", shipped("2023-11-02"));
        assertThat(read()).hasSize(1);
        write("2024-06-26.csv", shipped("2023-11-02"));
        assertThat(problems())
                .containsExactly("2024-06-26.csv, column meter: expected a row for pipeline, found 'no row'");
    }

    @Test
    void mayPriceDatakits() throws IOException {
        write(BOOK, shipped("2024-11-06") + "datakit,,1,3,,,\n");
        assertThat(read().get(0).prices()).hasSize(154);
    }

    @Test
    void refusesABookWithoutRows() throws IOException {
        write(BOOK, "# nothing yet\n");
        assertThat(problems())
                .containsExactly(BOOK + ": expected the header and a row for every meter and tier, found 'no rows'");
    }

    @ParameterizedTest
    @CsvSource({"2023-04-19, 1", "2023-04-20, 0", "2023-11-01, 0", "2023-11-02, 1"})
    void letsABookBeEmptyOnlyWhereNoCompleteListIsKnown(String version, int faults) throws IOException {
        write("2021-01-01.csv", shipped("2021-01-01"));
        write(version + ".csv", shipped("2023-04-20"));
        if (faults == 0) {
            assertThat(read().get(1).prices()).isEmpty();
        } else {
            assertThat(problems()).hasSize(faults);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "datakit, 'datakit,,1,3,,,'",
        "log/7d, 'log,7,1000000,1.2,,,'",
        "trace/3d, 'trace,3,1000000,2,,,'",
        "series/360d, 'series,360,1000,3,,,'"
    })
    void needsEveryPriceOfTheLegacyListBeforeItsEnd(String tier, String line) throws IOException {
        write("2023-04-19.csv", shipped("2021-01-01").replace(line + "\n", ""));
        assertThat(problems())
                .containsExactly("2023-04-19.csv, column meter: expected a row for " + tier + ", found 'no row'");
    }

    @Test
    void needsMoreThanTheLegacyListAfterItsEnd() throws IOException {
        write("2023-04-20.csv", shipped("2021-01-01"));
        assertThat(problems())
                .contains("2023-04-20.csv, column meter: expected a row for log/3d, found 'no row'")
                .contains("2023-04-20.csv, column meter: expected a row for network_host, found 'no row'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prices.csv", "2026-02-30.csv", "2026-01-01.CSV", "2026-01-01 .csv", "2026-01-01.old.csv"})
    void refusesAnotherName(String name) throws IOException {
        write(name, shipped("2024-11-06"));
        assertThat(problems())
                .containsExactly(
                        name + ": expected a name like 2026-11-21.csv, the first billing day, found '" + name + "'");
    }

    @Test
    void passesOverWhatIsNoBook() throws IOException {
        write(BOOK, shipped("2024-11-06"));
        write("README.md", "about");
        write("." + BOOK, "half written");
        assertThat(read()).extracting(book -> book.version().toString()).containsExactly("2026-01-01");
    }

    @Test
    void tellsAllFaultsOfAllBooksAtOnce() throws IOException {
        write("2026-01-01.csv", shipped("2024-11-06").replace("sms,,10,1,,,", "sms,,1,x,,,"));
        write("2026-02-01.csv", shipped("2024-11-06").replace("sms,,10,1,,,", "sms,,10,-1,,,"));
        write("may.csv", "");
        assertThat(problems().stream()
                        .map(problem -> problem.substring(0, problem.indexOf(":")))
                        .collect(Collectors.joining("; ")))
                .isEqualTo("2026-01-01.csv, line 40, column unit; 2026-01-01.csv, line 40, column cn_cny;"
                        + " 2026-02-01.csv, line 40, column cn_cny; may.csv");
    }

    @Test
    void needsAFolderWithBooks() {
        assertThatThrownBy(this::read).hasMessageContaining("expected at least one price book");
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> new PriceBookFolder(nowhere).read())
                .isInstanceOf(InvalidPriceBookException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void knowsABookByItsBytes() throws IOException {
        write("2026-01-01.csv", shipped("2024-11-06"));
        write("2026-02-01.csv", shipped("2024-11-06") + "\n");
        List<PriceBook> books = read();
        assertThat(books.get(0).prices()).isEqualTo(books.get(1).prices());
        assertThat(books.get(0).digest()).hasSize(64).isNotEqualTo(books.get(1).digest());
    }

    @Test
    void readsWindowsLineEnds() throws IOException {
        write("2026-01-01.csv", shipped("2024-11-06"));
        write("2026-02-01.csv", "\uFEFF" + shipped("2024-11-06").replace("\n", "\r\n"));
        List<PriceBook> books = read();
        assertThat(books.get(0).prices()).isEqualTo(books.get(1).prices());
    }
}
