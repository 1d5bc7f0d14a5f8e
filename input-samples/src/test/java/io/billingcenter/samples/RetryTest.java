package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.samples.RetryStory.Change;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night fails in a step, its input changes, and the same command is given again: the sums of every account, workspace, meter,
 * tier and billing day, wallets, debts, marketplace records and invoices are those of a night that ran once under the new
 * input; every line of the bill is, too, when the first try failed before it posted.
 */
class RetryTest {

    private static final Map<String, String> FIGURES = Map.of(
            "postings",
            """
            SELECT account_id, workspace_id, billing_day, meter, retention_days, settlement, currency, SUM(amount) AS amount,
              SUM(quantity) AS quantity FROM posting
            GROUP BY account_id, workspace_id, billing_day, meter, retention_days, settlement, currency
            HAVING SUM(amount) <> 0 OR SUM(quantity) <> 0""",
            "wallets",
            "SELECT account_id, currency, side, instrument, balance FROM wallet_balance WHERE balance <> 0",
            "debts",
            "SELECT account_id, currency, settlement, posted_day, owed FROM owed_bill",
            "marketplace",
            """
            SELECT posted_day, account_id, settlement, workspace_id, vendor_account, SUM(amount) AS amount
            FROM marketplace_record GROUP BY posted_day, account_id, settlement, workspace_id, vendor_account
            HAVING SUM(amount) <> 0""",
            "shares of bills",
            """
            SELECT posted_day, account_id, settlement, currency, workspace_id, eligible, voucher, prepaid_card, cash, cloud,
              owed FROM bill_payment WHERE voucher <> 0 OR prepaid_card <> 0 OR cash <> 0 OR cloud <> 0 OR owed <> 0""",
            "states",
            """
            SELECT s.account_id, s.currency, s.status FROM account_state s WHERE s.status <> 'active'
              AND s.period_number = (SELECT MAX(t.period_number) FROM account_state t
                WHERE t.account_id = s.account_id AND t.currency = s.currency AND t.from_day <= DATE '2026-10-16')""");

    private static final String LINES = """
            SELECT posted_day, billing_day, account_id, settlement, workspace_id, meter, retention_days, kind, quantity,
              unit_price, price_version, amount FROM posting WHERE posted_day = DATE '2026-10-15'""";

    private static final String INVOICES = """
            SELECT account_id, currency, total, voucher, prepaid_card, cash, cloud, owed, fapiao_amount FROM invoice""";

    /** The points at which the first attempt fails, each with its obstacle. */
    enum Trap {
        IMPORT_REFERENCE("reference file"),
        IMPORT_PRICE_BOOKS("price book"),
        LIST_TRAFFIC("metering_task", "billing_day < DATE '2026-10-15'"),
        METER_TRAFFIC("day_reading", "workspace_id <> 'ws-2' OR billing_day < DATE '2026-10-15'"),
        RATE_USAGE("rated_day", "workspace_id <> 'ws-2' OR billing_day < DATE '2026-10-15'"),
        POST_CHARGES("posting", "workspace_id <> 'ws-2' OR posted_day < DATE '2026-10-15'"),
        POST_FEES("fee_day", "billing_day < DATE '2026-10-15'"),
        RECONCILE("gate_passed", "gate <> 'usage' OR run_id <= %d"),
        LIST_WALLETS("settlement_task", "account_id <> 'a-2'"),
        SETTLE_BILLS("ledger_entry", "account_id <> 'a-2' OR entry_day < DATE '2026-10-15'"),
        NOTE_SETTLED("settled_day", "posted_day < DATE '2026-10-15'"),
        RECONCILE_BILLS("gate_passed", "gate <> 'bills' OR run_id <= %d"),
        RAISE_ALERTS("alert_check", "billing_day < DATE '2026-10-15'"),
        DELIVER_FILES("file", RetryStory.SECOND),
        SEAL_RUN("gate_passed", "gate <> 'seal' OR run_id <= %d"),
        WRITE_REPORT("file", "reports/nightly-" + RetryStory.SECOND + "-1");

        private final String table;
        private final String condition;

        Trap(String table) {
            this(table, "");
        }

        Trap(String table, String condition) {
            this.table = table;
            this.condition = condition;
        }

        void set(Workplace place) throws Exception {
            switch (table) {
                case "reference file" -> Files.writeString(place.reference().resolve("plans.csv"), "nonsense\n");
                case "price book" -> Files.writeString(bookOf(place), "nonsense\n");
                case "file" -> {
                    Path file = place.out().resolve(condition);
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, "in the way");
                }
                default -> {
                    long last = Long.parseLong(rows(place, "SELECT MAX(run_id) AS id FROM run")
                            .get(0)
                            .replaceAll("[^0-9]", ""));
                    execute(
                            place,
                            "ALTER TABLE " + table + " ADD CONSTRAINT trap CHECK ("
                                    + String.format(Locale.ROOT, condition, last) + ")");
                }
            }
        }

        void clear(Workplace place) throws Exception {
            switch (table) {
                case "reference file" -> Files.delete(place.reference().resolve("plans.csv"));
                case "price book" -> Files.delete(bookOf(place));
                case "file" -> Files.delete(place.out().resolve(condition));
                default -> execute(place, "ALTER TABLE " + table + " DROP CONSTRAINT trap");
            }
        }

        private static Path bookOf(Workplace place) {
            return place.root().resolve("books/2026-10-14.csv");
        }
    }

    @TempDir
    private Path folder;

    /** Before, while and after the night posts; in the last step everything is done but the report. */
    @Test
    @Timeout(900)
    void aSecondTryGivesWhatAFreshNightGives() throws Exception {
        compare(
                Databases.HSQLDB,
                List.of(Trap.RATE_USAGE, Trap.POST_CHARGES, Trap.WRITE_REPORT),
                List.of(Change.values()),
                false);
    }

    static Stream<Databases> databases() {
        return Stream.of(Databases.values());
    }

    /** Every step and every change, with invoices and every digest. */
    @ParameterizedTest
    @MethodSource("databases")
    @Tag("exhaustive")
    @Timeout(7_200)
    void everyStepAndEveryChange(Databases database) throws Exception {
        compare(database, List.of(Trap.values()), List.of(Change.values()), true);
    }

    private void compare(Databases database, List<Trap> traps, List<Change> changes, boolean close) throws Exception {
        Workplace first = new Workplace(
                Files.createDirectories(folder.resolve("first")), database.address(folder.resolve("first")));
        RetryStory.begin(first);
        succeed(first, RetryStory.night(first, RetryStory.FIRST));
        Map<Change, Map<String, List<String>>> fresh = new EnumMap<>(Change.class);
        for (Change change : changes) {
            Workplace place = copy(database, first, "fresh-" + change);
            change.apply(place);
            succeed(place, change.night(place));
            fresh.put(change, figures(place, true, close));
        }
        List<String> differences = new ArrayList<>();
        for (Trap trap : traps) {
            Workplace failed = copy(database, first, "failed-" + trap);
            trap.set(failed);
            Workplace.Answer answer = failed.billing(RetryStory.night(failed, RetryStory.SECOND));
            assertThat(answer.status()).as(trap + "\n" + answer.text()).isIn(1, 5);
            trap.clear(failed);
            for (Change change : changes) {
                Workplace place = copy(database, failed, trap + "-" + change);
                change.apply(place);
                succeed(place, change.night(place));
                boolean lines = trap.compareTo(Trap.POST_CHARGES) < 0;
                Map<String, List<String>> found = figures(place, lines, close);
                found.forEach((figure, rows) -> {
                    List<String> expected = fresh.get(change).getOrDefault(figure, List.of());
                    if (!rows.equals(expected)) {
                        differences.add(trap + ", " + change + ": " + figure + "\n  expected " + expected
                                + "\n  found    " + rows);
                    }
                });
            }
        }
        assertThat(differences).as(String.join("\n", differences)).isEmpty();
    }

    /** The figures of a place; of a month that is closed, its invoices. */
    private static Map<String, List<String>> figures(Workplace place, boolean lines, boolean close) throws Exception {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
            figures.put(figure.getKey(), rows(place, figure.getValue()));
        }
        if (lines) {
            figures.put("lines", rows(place, LINES));
        }
        if (close) {
            assertThat(place.billing("verify").status()).isZero();
            Workplace.Answer closed = place.close("2026-10");
            assertThat(closed.status()).as(closed.text()).isZero();
            figures.put("invoices", rows(place, INVOICES));
        }
        return figures;
    }

    private Workplace copy(Databases database, Workplace from, String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        for (String part : List.of("traffic", "reference", "books", "out")) {
            if (Files.exists(from.root().resolve(part))) {
                Workplace.copy(from.root().resolve(part), root.resolve(part));
            }
        }
        return new Workplace(root, database.copy(from, root));
    }

    private static void succeed(Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        // 2: a contract price far from the list price is reported by the import that brings it.
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
    }

    static List<String> rows(Workplace place, String query) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(place);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    Object value = result.getObject(column);
                    cells.add(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
                }
                rows.add(String.join(" ", cells));
            }
        }
        rows.sort(null);
        return rows;
    }

    static void execute(Workplace place, String sql) throws Exception {
        try (Connection connection = connect(place);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (place.db().startsWith("jdbc:")) {
                return;
            }
            statement.execute("SHUTDOWN");
        }
    }

    private static Connection connect(Workplace place) throws Exception {
        String url = DatabaseAddress.of(place.db(), Workplace.HOME).url();
        return place.db().startsWith("jdbc:")
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url + ";shutdown=true", "SA", "");
    }
}
