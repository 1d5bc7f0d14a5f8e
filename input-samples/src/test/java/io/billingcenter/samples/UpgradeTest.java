package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.schema.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of commit 97bb82c, with a night that was killed in it, is upgraded and used. */
class UpgradeTest {

    private static final String POSTINGS = """
            SELECT account_id, workspace_id, billing_day, posted_day, meter, retention_days, kind, currency,
              SUM(quantity) AS quantity, SUM(amount) AS amount FROM posting
            GROUP BY account_id, workspace_id, billing_day, posted_day, meter, retention_days, kind, currency""";
    private static final String BALANCES =
            "SELECT account_id, currency, side, instrument, balance FROM wallet_balance WHERE balance <> 0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theNextNightEqualsThatOfAHistoryWithoutUpgrade(Databases database) throws Exception {
        Workplace place = OldInstallation.unpack(folder, database);
        Map<String, List<Integer>> revisions = revisions(place);
        assertThat(place.billing("runs").status()).isEqualTo(1);
        assertThat(place.billing("runs").text()).contains("found those of version 14", "./billing migrate");
        assertThat(query(place, "SELECT MAX(\"installed_rank\") FROM \"flyway_schema_history\""))
                .containsExactly("13");

        Workplace.Answer migrated = place.billing("migrate");
        assertThat(migrated.status()).as(migrated.text()).isZero();
        assertThat(migrated.text()).containsPattern("upgraded to version \\d+ in \\d+\\.\\d s");
        assertThat(place.billing("migrate").text()).contains("are up to date");
        succeed(place, 0, "verify");

        List<String> readings = query(place, "SELECT COUNT(*) FROM day_reading");
        List<String> ratings = query(place, "SELECT COUNT(*) FROM rated_day");
        succeed(place, 2, "nightly", "--day", "2026-10-22");
        assertThat(query(place, "SELECT COUNT(*) FROM day_reading")).isEqualTo(readings);
        assertThat(query(place, "SELECT COUNT(*) FROM rated_day")).isEqualTo(ratings);

        Workplace.copy(folder.resolve("next"), folder);
        succeed(place, 2, "nightly", "--day", "2026-10-23");
        assertThat(query(place, POSTINGS)).containsExactlyElementsOf(expected("postings.csv"));
        assertThat(query(place, BALANCES)).containsExactlyElementsOf(expected("balances.csv"));
        assertThat(query(place, "SELECT COUNT(*) - " + readings.get(0) + " FROM day_reading"))
                .as("read: four workspace-days of 2026-10-23 and one with a late file")
                .containsExactly("5");

        Map<String, byte[]> delivered = place.delivered();
        succeed(place, 2, "nightly", "--day", "2026-10-23");
        assertThat(query(place, POSTINGS)).containsExactlyElementsOf(expected("postings.csv"));
        assertThat(place.delivered()).usingRecursiveComparison().isEqualTo(delivered);
        succeed(place, 0, "verify");

        revisions.put("2026-10-22", List.of(1, 2));
        revisions.put("2026-10-23", List.of(1));
        assertThat(revisions(place)).isEqualTo(revisions);
    }

    @ParameterizedTest
    @EnumSource
    void aMonthKeepsItsLayoutAndSoDoesTheInstallationUntilAnotherIsSet(Databases database) throws Exception {
        Workplace place = OldInstallation.unpack(folder, database);
        Map<String, byte[]> before = place.delivered();
        succeed(place, 0, "migrate");
        succeed(place, 0, "close", "--month", "2022-03", "--set", "billing.delivery.invoices=2");
        assertThat(place.billing("close", "--month", "2022-03", "--issue-date", "2022-04-04")
                        .text())
                .contains("were issued, which is none, found --issue-date 2022-04-04");
        assertThat(place.delivered().keySet())
                .as("the day of the killed night, which is still to be delivered, and nothing else")
                .allMatch(path -> before.containsKey(path) || path.startsWith("2026-10-22/r1/"));
        succeed(place, 0, "verify");

        succeed(place, 2, "nightly", "--day", "2026-10-22");
        assertThat(invoices(
                        place,
                        "2026-10",
                        "--accept",
                        "nights,holds,unreadable,missing,earlier-month",
                        "--reason",
                        "test"))
                .endsWith("fapiao_amount,state");
        Workplace.copy(folder.resolve("next"), folder);
        succeed(place, 2, "nightly", "--day", "2026-11-01");
        assertThat(invoices(
                        place,
                        "2026-11",
                        "--accept",
                        "nights,holds,unreadable,missing,earlier-month",
                        "--reason",
                        "test",
                        "--set",
                        "billing.delivery.invoices=2"))
                .endsWith("seller,buyer_title,buyer_tax_id");
        succeed(place, 0, "verify");
        before.forEach(
                (path, content) -> assertThat(bytes(place, path)).as(path).isEqualTo(content));
    }

    /** Closes a month; returns the header of its invoices. */
    private static String invoices(Workplace place, String month, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("close", "--month", month));
        command.addAll(List.of(more));
        Workplace.Answer answer = place.billing(command.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        return Files.readAllLines(place.out().resolve(month + "/r1/invoices.csv"))
                .get(0);
    }

    private static byte[] bytes(Workplace place, String path) {
        try {
            return Files.readAllBytes(place.out().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUpgradeThatWasCutOffIsResumedAndAnIndexThatIsGoneIsMadeAgain() throws Exception {
        Workplace place = OldInstallation.unpack(folder, Databases.HSQLDB);
        JdbcTemplate jdbc = jdbc(place);
        jdbc.execute("DROP INDEX batch_ix_execution_params");
        succeed(place, 0, "migrate");
        jdbc.update("UPDATE schema_upgrade SET new_digest = NULL");
        jdbc.execute("DROP INDEX run_of_period");
        putBackTheTablesOfFacts(jdbc);
        jdbc.update("DELETE FROM \"flyway_schema_history\" WHERE CAST(\"version\" AS INTEGER) >= 15");

        assertThat(place.billing("runs").status()).isEqualTo(1);
        assertThat(succeed(place, 0, "migrate")).contains("resumed").doesNotContain("copy of the database");
        assertThat(copies()).hasSize(1);
        assertThat(query(
                        place,
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SYSTEM_INDEXINFO"
                                + " WHERE INDEX_NAME IN ('BATCH_IX_EXECUTION_PARAMS', 'RUN_OF_PERIOD')"))
                .containsExactly("3");
        succeed(place, 0, "verify");
        assertThat(place.billing("runs", "--last", "30").text())
                .contains("nightly 2022-03-01 #1", "closeMonth 2022-03 #1");
    }

    /** As they were before the migrations that are repeated: the tables still there, and the texts not yet. */
    private static void putBackTheTablesOfFacts(JdbcTemplate jdbc) {
        for (String view : List.of("measure", "usage", "charge")) {
            jdbc.execute("CREATE TABLE " + view + "_rows AS (SELECT * FROM " + view + ") WITH DATA");
            jdbc.execute("DROP VIEW " + view);
            jdbc.execute("ALTER TABLE " + view + "_rows RENAME TO " + view);
        }
        assertThat(jdbc.update("UPDATE metered_day SET measures = NULL")).isPositive();
        assertThat(jdbc.update("UPDATE rated_day SET usage = NULL, charges = NULL"))
                .isPositive();
    }

    @Test
    void rowsThatAreNotAsSealedStopItUntilAPersonAcceptsThem() throws Exception {
        Workplace place = OldInstallation.unpack(folder, Databases.HSQLDB);
        jdbc(place)
                .update("UPDATE posting SET amount = amount + 1 WHERE posted_day = DATE '2022-03-01' AND meter = ''");
        Path file = place.out().resolve("2022-03-01/r1/usage.csv");
        Files.writeString(file, Files.readString(file) + "x");
        for (String command : new String[] {"migrate", "settle"}) {
            Workplace.Answer refused = place.billing(command);
            assertThat(refused.status()).as(refused.text()).isEqualTo(3);
            assertThat(refused.text()).contains("posting of", "--accept --reason TEXT");
        }
        assertThat(copies()).isEmpty();
        assertThat(place.billing("migrate", "--accept").status()).isEqualTo(1);

        String accepted = succeed(place, 0, "migrate", "--accept", "--reason", "rounded by hand");
        assertThat(accepted).contains("2022-03-01/r1/usage.csv", "posting of");
        assertThat(query(place, "SELECT kind, reason FROM consent")).containsExactly("migrate,rounded by hand");
        assertThat(query(place, "SELECT subject FROM control_total WHERE subject LIKE 'schema %'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void killedAnywhereItIsResumed(Databases database) throws Exception {
        Workplace place = OldInstallation.unpack(folder, database);
        Random random = new Random(97);
        // Delays are parts of the time that an undisturbed migration takes, since machines differ.
        long undisturbed = undisturbedMigration(database);
        int kills = 0;
        long millis = undisturbed / 4;
        while (true) {
            BillingProcess migrating = BillingProcess.start(BillingProcess.Program.ofTests(), place, "migrate");
            if (migrating.process().waitFor(millis, TimeUnit.MILLISECONDS)) {
                assertThat(migrating.end()).as(migrating.console()).isZero();
                break;
            }
            migrating.kill();
            kills++;
            millis += undisturbed / 40 + random.nextLong(undisturbed / 20);
        }
        // A resumed migration is shorter than an undisturbed one.
        assertThat(kills).isGreaterThan(2);
        succeed(place, 0, "verify");
        succeed(place, 2, "nightly", "--day", "2026-10-22");
        Workplace.copy(folder.resolve("next"), folder);
        succeed(place, 2, "nightly", "--day", "2026-10-23");
        assertThat(query(place, POSTINGS)).containsExactlyElementsOf(expected("postings.csv"));
        succeed(place, 0, "verify");
    }

    /** The milliseconds that migrating another copy of the installation takes. */
    private long undisturbedMigration(Databases database) throws Exception {
        Workplace place = OldInstallation.unpack(Files.createDirectory(folder.resolve("undisturbed")), database);
        long start = System.nanoTime();
        assertThat(BillingProcess.start(BillingProcess.Program.ofTests(), place, "migrate")
                        .end())
                .isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("db"))) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    /** The revisions of every period. */
    private static Map<String, List<Integer>> revisions(Workplace place) throws IOException {
        return place.delivered().keySet().stream()
                .filter(path -> path.endsWith("/manifest.json"))
                .map(path -> path.split("/", -1))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        TreeMap::new,
                        Collectors.mapping(parts -> Integer.parseInt(parts[1].substring(1)), Collectors.toList())));
    }

    private static List<String> expected(String name) throws IOException {
        return OldInstallation.text(name).lines().skip(1).sorted().toList();
    }

    private static JdbcTemplate jdbc(Workplace place) {
        DatabaseAddress address = DatabaseAddress.of(place.db(), Workplace.HOME);
        return address.kind() == DatabaseKind.POSTGRESQL
                ? new JdbcTemplate(new DriverManagerDataSource(address.url()))
                : new JdbcTemplate(new DriverManagerDataSource(address.url(), "SA", ""));
    }

    /** The rows, cells after each other, sorted. */
    private static List<String> query(Workplace place, String sql) throws SQLException {
        Function<Object, String> text = cell -> cell == null ? "" : String.valueOf(cell);
        return jdbc(place).queryForList(sql).stream()
                .map(row -> row.values().stream().map(text).collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    private static String succeed(Workplace place, int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}
