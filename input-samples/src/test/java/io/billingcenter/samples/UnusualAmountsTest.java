package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Slips that change amounts, through the real command line: what is held or stopped, what a person reads, and that the money
 * is right after the right action. Twelve accounts are charged 150, 300 or 450 a day for logs and 10 for SMS.
 */
class UnusualAmountsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final int ACCOUNTS = 12;
    private static final String LEAST_DAYS = "billing.guard.account.least-days=3";
    private static final Pattern CONFIRM = Pattern.compile("billing confirm ([0-9a-f]{12})");

    @TempDir
    private Path folder;

    private Workplace place;
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSlipMovesNoMoney(Databases database) throws IOException {
        open(database);
        for (int day = 1; day <= 4; day++) {
            night(0, day);
        }
        aRecordFarTooLargeIsHeldAndReleasedWhenItsFileIsReplaced();
        aPriceWithASlipStopsTheNightAndMayBeCorrected();
        aLateContractPriceIsConfirmed();
        anAccountThatHasGrownIsConfirmed();
        aNightThatOnlyReportsPosts();
        command(0, "verify");
        command(0, "reconcile", "--day", date(9));
    }

    private void aRecordFarTooLargeIsHeldAndReleasedWhenItsFileIsReplaced() throws IOException {
        traffic(5);
        logs(3, 5, 5_000_000_000L);
        String told = night(2, 5);
        assertThat(told)
                .contains("unusual")
                .contains("account a3: usage of 2026-10-05 comes to CNY 7510.00, more than 10 times its median day of"
                        + " CNY 160.00 and more than CNY 1000.00")
                .contains("in 22 lines of 11 accounts")
                .contains(
                        "one record of ws-3/2026-10-05 brings 5000000000 log_items, more than 50 % of the CNY 7510.00 of"
                                + " account a3");
        assertThat(holds(5)).containsExactly("ws-3 unusual");
        assertThat(posted("a3", 5)).isZero();
        assertThat(posted("a4", 5)).isEqualByComparingTo("310");
        assertThat(night(2, 5)).as("a repeat").contains("account a3");
        command(0, "verify");

        logs(3, 5, 100_000_000L);
        night(0, 6);
        assertThat(posted("a3", 5)).isEqualByComparingTo("160");
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT CAST(posted_day AS VARCHAR(10)) || ' ' || kind FROM posting"
                                + " WHERE account_id = 'a3' AND billing_day = DATE '2026-10-05'",
                        String.class))
                .containsExactly("2026-10-06 usage");
        assertThat(holds(5)).isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM account_day WHERE held = TRUE", Integer.class))
                .isZero();
        command(0, "verify");
    }

    private void aPriceWithASlipStopsTheNightAndMayBeCorrected() throws IOException {
        Path books = folder.resolve("price-books");
        Path book = books.resolve("2026-10-07.csv");
        String right = Files.readString(books.resolve("2024-11-06.csv"));
        Files.writeString(book, right.replace("log,14,1000000,1.5,", "log,14,1000000,150,"));
        assertThat(command(2, "prices", "lint")).contains("costs 150, in book 2024-11-06 1.5");
        String told = night(4, 7);
        assertThat(told)
                .contains("usage_charges a2: CNY 45010.00 of CNY 360120.00 for usage of the day")
                .contains("unusual_accounts a0: CNY 15010.00 held as unusual, as are charges of 12 accounts in all")
                .contains("look at: ", "costs 150, in book 2024-11-06 1.5")
                .contains("Fix the input and run the same command again");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM posting WHERE posted_day = DATE '2026-10-07'", Integer.class))
                .isZero();
        assertThat(jdbc.queryForList("SELECT detail FROM guard_report WHERE source = 'price_book'", String.class))
                .singleElement()
                .asString()
                .contains("costs 150");

        Files.writeString(book, right);
        night(0, 7);
        assertThat(posted("a2", 7)).isEqualByComparingTo("460");
        assertThat(holds(7)).isEmpty();
        Files.writeString(book, right.replace("log,14,1000000,1.5,", "log,14,1000000,1.6,"));
        assertThat(command(1, "import")).contains("never edited after use");
        Files.writeString(book, right);
    }

    /** A small company: one consent is enough. */
    private void aLateContractPriceIsConfirmed() throws IOException {
        contract("a1", "0.75");
        String told = night(4, 8);
        assertThat(told)
                .contains(
                        "adjustments_below_zero a1: CNY 1050.00 of CNY 1050.00 in adjustments below zero; the limits are"
                                + " 5 % of a median day of CNY 3570.00, and CNY 1000.00");
        command(0, "confirm", fingerprint(told), "--reason", "meant");
        night(0, 8);
        BigDecimal below = jdbc.queryForObject(
                "SELECT SUM(-amount) FROM posting WHERE amount < 0 AND posted_day = DATE '2026-10-08'",
                BigDecimal.class);
        assertThat(below).isEqualByComparingTo("1050");
        night(0, 8);
    }

    private void anAccountThatHasGrownIsConfirmed() throws IOException {
        traffic(9);
        logs(4, 9, 5_000_000_000L);
        logs(5, 9, 5_000_000_000L);
        String told = night(2, 9);
        Matcher confirm = CONFIRM.matcher(told);
        assertThat(confirm.find()).isTrue();
        command(0, "confirm", confirm.group(1), "--reason", "meant");
        Clock morning = Clock.fixed(Instant.parse("2026-10-10T02:00:00Z"), ZoneOffset.UTC);
        Workplace.Answer grown =
                place.billing(morning, "confirm", "--account", "a5", "--until", date(20), "--reason", "has grown");
        assertThat(grown.status()).as(grown.text()).isZero();
        night(0, 9);
        assertThat(posted("a4", 9)).isEqualByComparingTo("7510");
        assertThat(posted("a5", 9)).isEqualByComparingTo("7510");
        assertThat(holds(9)).isEmpty();
    }

    private void aNightThatOnlyReportsPosts() throws IOException {
        contract("a2", "0.5");
        traffic(10);
        assertThat(command(2, "nightly", "--day", date(10), "--set", "billing.guard.mode=report"))
                .contains("guard        adjustments_below_zero a2: CNY 2700.00 of CNY 2700.00");
        assertThat(posted("a2", 9)).isEqualByComparingTo("160");
        night(0, 10);
    }

    private void open(Databases database) throws IOException {
        String address = database.address(folder);
        place = new Workplace(folder, address);
        boolean isUrl = address.startsWith("jdbc:");
        jdbc = new JdbcTemplate(
                isUrl
                        ? new DriverManagerDataSource(address)
                        : new DriverManagerDataSource("jdbc:hsqldb:file:" + address + ";shutdown=true", "SA", ""));
        Workplace.copy(Workplace.HOME.resolve("config/price-books"), folder.resolve("price-books"));
        StringBuilder accounts = new StringBuilder("account_id,username,name,currency,certified\n");
        StringBuilder workspaces =
                new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        for (int number = 0; number < ACCOUNTS; number++) {
            String id = Integer.toString(number);
            accounts.append("a#,a#,A,CNY,true\n".replace("#", id));
            workspaces.append("ws-#,W,cn1,o@example.com,es,website,2026-01-01\n".replace("#", id));
            bindings.append("ws-#,a#,wallet,,2026-01-01,\n".replace("#", id));
        }
        reference("console_accounts", "email,name\no@example.com,Owner\n");
        reference("billing_accounts", accounts.toString());
        reference("workspaces", workspaces.toString());
        reference("bindings", bindings.toString());
        for (int day = 1; day <= 8; day++) {
            traffic(day);
        }
    }

    private void contract(String account, String price) throws IOException {
        reference(
                "contract_prices",
                "account_id,meter,retention_days,price,from,to\n" + account + ",log,14," + price + ",2026-10-01,\n"
                        + (account.equals("a1") ? "" : "a1,log,14,0.75,2026-10-01,\n"));
    }

    private void reference(String name, String rows) throws IOException {
        Files.createDirectories(place.reference());
        Files.writeString(place.reference().resolve(name + ".csv"), rows, StandardCharsets.UTF_8);
    }

    private void traffic(int day) throws IOException {
        for (int number = 0; number < ACCOUNTS; number++) {
            logs(number, day, 100_000_000L * (1 + number % 3));
        }
    }

    private void logs(int number, int day, long count) throws IOException {
        Path of =
                Files.createDirectories(place.traffic().resolve("ws-" + number).resolve(date(day)));
        String record = "," + date(day) + "T10:00:00+08:00,ws-" + number + ",";
        Files.writeString(
                of.resolve("a.csv"),
                Traffic.HEADER + "r1" + record + "log,,," + count + ",100,\nr2" + record + "sms,,,100,,\n");
    }

    private static String date(int day) {
        return FIRST.plusDays(day - 1L).toString();
    }

    private String night(int status, int day) {
        return command(status, "nightly", "--day", date(day));
    }

    private String command(int status, String... command) {
        List<String> arguments = new java.util.ArrayList<>(List.of(command));
        arguments.addAll(List.of("--price-books", folder.resolve("price-books").toString(), "--set", LEAST_DAYS));
        Workplace.Answer answer = place.billing(arguments.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    private static String fingerprint(String told) {
        Matcher confirm = CONFIRM.matcher(told);
        assertThat(confirm.find()).as(told).isTrue();
        return confirm.group(1);
    }

    private BigDecimal posted(String account, int billingDay) {
        BigDecimal posted = jdbc.queryForObject(
                "SELECT COALESCE(SUM(amount), 0) FROM posting WHERE account_id = ? AND billing_day = CAST(? AS DATE)",
                BigDecimal.class,
                account,
                date(billingDay));
        return posted == null ? BigDecimal.ZERO : posted;
    }

    /** Workspace and reason of the holds that were delivered last for the day. */
    private List<String> holds(int day) throws IOException {
        Map<Integer, Path> revisions = new TreeMap<>();
        try (var found = Files.list(place.out().resolve(date(day)))) {
            found.forEach(revision -> revisions.put(
                    Integer.valueOf(revision.getFileName().toString().substring(1)), revision));
        }
        Path last = revisions.get(java.util.Collections.max(revisions.keySet()));
        return Files.readAllLines(last.resolve("holds.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1] + " " + line.split(",", -1)[2])
                .toList();
    }
}
