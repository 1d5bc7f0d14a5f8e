package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reference files that are gone or have shrunk are no instruction: the command is refused by name or stopped, nothing is
 * changed, and a person may say that it is meant.
 */
class ReferenceGuardTest {

    private static final String DAY = "2026-10-15";
    private static final String NEXT = "2026-10-16";
    private static final Pattern FINGERPRINT = Pattern.compile("billing confirm ([0-9a-f]{12}) ");
    private static final String PRICES = "contract_prices.csv";
    private static final String PRICES_HEADER = "account_id,meter,retention_days,price,from,to\n";

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsGoneIsRefusedByName() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        ends(0, place, "nightly", "--day", DAY);
        Files.delete(place.reference().resolve(PRICES));
        Path packages = place.reference().resolve("packages.csv");
        String bought = Files.readString(packages);
        Files.delete(packages);

        for (String[] command :
                new String[][] {{"nightly", "--day", NEXT}, {"rerun", "--day", DAY}, {"import", "--day", NEXT}}) {
            assertThat(ends(1, place, command))
                    .contains(
                            PRICES + ": expected the file that the last import had",
                            "packages.csv: expected the file that the last import had",
                            "--allow-missing contract_prices,packages");
        }
        assertThat(ends(1, place, "nightly", "--day", NEXT, "--allow-missing", "contract_prices"))
                .contains("packages.csv: expected")
                .doesNotContain(PRICES + ": expected");
        assertThat(ends(1, place, "nightly", "--day", NEXT, "--allow-missing", "prices"))
                .contains("Expected --allow-missing to name reference files out of", "found prices");

        Files.writeString(packages, bought);
        ends(0, place, "nightly", "--day", NEXT, "--allow-missing", "contract_prices");
        ends(0, place, "verify");
        ends(0, place, "nightly", "--day", NEXT);
        assertThat(ends(0, place, "verify")).contains("evidence");
        Files.delete(packages);
        assertThat(ends(1, place, "nightly", "--day", NEXT))
                .contains("--allow-missing packages. Nothing was changed.")
                .doesNotContain(PRICES);
    }

    /** A database that kept no list of files: what has rows is expected. */
    @Test
    void aTableThatHasRowsHadItsFile() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        ends(0, place, "import", "--day", DAY);
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource("jdbc:hsqldb:file:" + place.db() + ";shutdown=true", "SA", "", true);
        new JdbcTemplate(connection).update("DELETE FROM reference_file");
        connection.destroy();
        Files.delete(place.reference().resolve("packages.csv"));
        assertThat(ends(1, place, "import", "--day", DAY))
                .contains("packages.csv: expected the file that the last import had")
                .doesNotContain("vouchers.csv");
    }

    @Test
    void aFileThatNeverWasIsNotMissed() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        Files.delete(place.reference().resolve(PRICES));
        Files.delete(place.reference().resolve("packages.csv"));
        ends(0, place, "nightly", "--day", DAY);
        ends(0, place, "nightly", "--day", NEXT);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFileWithoutItsRowsStopsTheRunUntilSomebodyConsents(Databases database) throws IOException {
        Workplace place = place(database);
        ends(0, place, "nightly", "--day", DAY);
        Path prices = place.reference().resolve(PRICES);
        String all = Files.readString(prices);
        Files.writeString(prices, PRICES_HEADER);

        String stopped = ends(4, place, "nightly", "--day", NEXT);
        assertThat(stopped)
                .contains("reference_shrunk " + PRICES + " sha256:", "its 10 rows in force, found 10 of them gone");
        String fingerprint = fingerprint(stopped);
        assertThat(fingerprint(ends(4, place, "import", "--day", DAY)))
                .as("content, whatever the day")
                .isEqualTo(fingerprint);
        assertThat(ends(1, place, "confirm", "0123456789ab", "--reason", "none"))
                .contains("Expected the fingerprint of a run that a guard stopped, found '0123456789ab'");
        assertThat(ends(1, place, "confirm", fingerprint)).contains("Missing required option: '--reason=TEXT'");

        ends(0, place, "verify");
        assertThat(ends(0, place, "confirm", fingerprint, "--reason", "the contracts have ended"))
                .contains("Consented to: " + fingerprint, "reference_shrunk " + PRICES);
        assertThat(ends(0, place, "confirm", fingerprint, "--reason", "once more"))
                .contains("Already consented to");
        ends(0, place, "verify");
        ends(0, place, "nightly", "--day", NEXT);
        ends(0, place, "verify");

        Files.writeString(prices, all);
        // One of the prices is below a tenth of the list price, which the import that brings it reports.
        ends(2, place, "nightly", "--day", "2026-10-17");
        Files.writeString(prices, PRICES_HEADER);
        ends(0, place, "nightly", "--day", "2026-10-18");
        Files.writeString(prices, all);
        ends(0, place, "import", "--day", "2026-10-18");
        Files.writeString(prices, PRICES_HEADER + price(1) + price(2));
        assertThat(fingerprint(ends(4, place, "nightly", "--day", "2026-10-19")))
                .as("other content")
                .isNotEqualTo(fingerprint);
    }

    /** A refused import is no baseline: the next one is compared with the tables. */
    @Test
    void aConsentMayComeWithTheCommand() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        ends(0, place, "nightly", "--day", DAY);
        Path prices = place.reference().resolve(PRICES);
        Files.writeString(prices, PRICES_HEADER + price(1) + price(2));
        String stopped = ends(4, place, "nightly", "--day", NEXT);
        Files.writeString(prices, PRICES_HEADER + price(1));
        String other = ends(4, place, "nightly", "--day", NEXT);
        assertThat(other).contains("its 10 rows in force, found 9 of them gone");
        assertThat(ends(4, place, "nightly", "--day", NEXT, "--confirm", fingerprint(stopped)))
                .contains("found 9 of them gone");
        assertThat(ends(1, place, "nightly", "--day", NEXT, "--confirm", "nothing"))
                .contains("found 'nothing'");
        ends(0, place, "nightly", "--day", NEXT, "--confirm", fingerprint(stopped), "--confirm", fingerprint(other));
        ends(0, place, "verify");
        String report = Files.readString(place.out().resolve("reports/nightly-2026-10-16-4/report.html"));
        assertThat(report).contains("Consents and acknowledgements", "given with the command");
    }

    /** Two customers leave, and rows that have ended are cleared away. */
    @Test
    void anOrdinaryLossIsQuiet() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        Path vouchers = place.reference().resolve("vouchers.csv");
        String header = "voucher_id,account_id,kind,amount,activated,expires\n";
        Files.writeString(
                vouchers,
                header
                        + IntStream.range(0, 30)
                                .mapToObj(i -> "v" + i + ",a1,ordinary,5,2026-01-01,2026-10-16\n")
                                .collect(Collectors.joining())
                        + "w,a1,ordinary,5,2026-01-01,2027-01-01\n");
        ends(0, place, "nightly", "--day", DAY);
        Files.writeString(vouchers, header + "w,a1,ordinary,5,2026-01-01,2027-01-01\n");
        Files.writeString(
                place.reference().resolve(PRICES),
                PRICES_HEADER
                        + IntStream.range(3, 11)
                                .mapToObj(ReferenceGuardTest::price)
                                .collect(Collectors.joining()));
        ends(0, place, "nightly", "--day", NEXT);
    }

    /** A night of a few records, ten contract prices and a package. */
    private Workplace place(Databases database) throws IOException {
        Workplace place = new Workplace(folder, database.address(folder));
        Traffic traffic = new Traffic(DAY);
        traffic.writeReference(place, 2);
        traffic.writeFile(place, 0, traffic.records(0, 20));
        Files.writeString(
                place.reference().resolve(PRICES),
                PRICES_HEADER
                        + IntStream.range(1, 11)
                                .mapToObj(ReferenceGuardTest::price)
                                .collect(Collectors.joining()));
        Files.writeString(
                place.reference().resolve("packages.csv"),
                "package_id,account_id,package,from,workspaces\np-1,a1,starter,2026-01-01,ws-1\n");
        return place;
    }

    private static final List<String> TIERS = List.of(
            "log,3", "log,7", "log,14", "log,30", "log,60", "trace,3", "trace,7", "trace,14", "sms,", "report,");

    private static String price(int number) {
        return "a1," + TIERS.get(number - 1) + ",0.5,2026-01-01,\n";
    }

    private static String fingerprint(String text) {
        Matcher found = FINGERPRINT.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String ends(int status, Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("\tat ");
        return answer.text();
    }
}
