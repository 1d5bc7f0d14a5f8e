package io.billingcenter.jobs.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.settlement.AccountWorkReader;
import io.billingcenter.readers.tables.settlement.WalletLoader;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.settlement.AccountResultWriter;
import io.billingcenter.writers.tables.settlement.SettlementTasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Random histories through the tables: what is read back is what was left, so settling day by day leaves the same rows as
 * settling everything at once; balances are the sums of the ledger, and bills are paid to the cent.
 */
class SettlementTablesTest {

    private static final int ACCOUNTS = 12;
    private static final int DAYS = 30;
    private static final LocalDate BEFORE = LocalDate.of(2026, 9, 30);
    private static final List<String> METERS = List.of("log", "sms");
    private static final List<String> ROWS = List.of(
            """
            SELECT request_id, leg, account_id, entry_number, side, instrument, amount, entry_day, bill_day, source_day
            FROM ledger_entry ORDER BY request_id, leg""",
            "SELECT * FROM wallet_balance ORDER BY account_id, side, instrument",
            """
            SELECT * FROM line_payment ORDER BY posted_day, account_id, workspace_id, billing_day, meter, settlement,
              source_number, entry_number, side""",
            "SELECT * FROM owed_bill ORDER BY account_id, settlement, posted_day",
            "SELECT * FROM bill_payment ORDER BY posted_day, account_id, settlement, workspace_id, eligible",
            "SELECT * FROM account_state ORDER BY account_id, period_number",
            "SELECT * FROM notice ORDER BY notice_day, account_id, workspace_id, notice",
            """
            SELECT account_id, last_number, status, status_from, status_number FROM wallet ORDER BY account_id""");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dayByDayLeavesTheSameRowsAsAtOnce(long seed) throws Exception {
        JdbcTemplate daily = history(seed);
        JdbcTemplate atOnce = history(seed);
        for (int day = 1; day <= DAYS; day++) {
            settle(daily, day);
            if (day % 7 == 0) {
                settle(daily, day);
            }
        }
        settle(atOnce, DAYS);
        for (String rows : ROWS) {
            assertThat(daily.queryForList(rows)).as(rows).isEqualTo(atOnce.queryForList(rows));
        }
        assertSound(daily);
        List<Object> before = rows(daily);
        settle(daily, DAYS);
        assertThat(rows(daily)).isEqualTo(before);
    }

    @Test
    void nothingIsOverspent() throws Exception {
        JdbcTemplate jdbc = MigratedDatabase.create();
        assertThatThrownBy(() -> jdbc.update("""
                        INSERT INTO wallet_balance (account_id, currency, side, instrument, expiries, balance)
                        VALUES ('a', 'CNY', 'cash', '', 0, -0.01)""")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aBillThatIsSettledTwiceKeepsWhatPaidItFirst() throws Exception {
        JdbcTemplate jdbc = MigratedDatabase.create();
        voucher(jdbc, 1, "12");
        jdbc.update("INSERT INTO recharge VALUES ('r1', 'acct-1', 8, ?)", BEFORE.plusDays(1));
        line(jdbc, "p1", 1, "10");
        settle(jdbc, 1);
        line(jdbc, "p2", 1, "10");
        settle(jdbc, 1);
        assertThat(paid(jdbc, 1)).isEqualTo("voucher 12.00, cash 8.00, owed 0.00");
        line(jdbc, "p3", 2, "-20");
        settle(jdbc, 2);
        assertThat(paid(jdbc, 2)).isEqualTo("voucher -12.00, cash -8.00, owed 0.00");
    }

    @Test
    void whatIsOwedOfOlderBillsIsNotTakenForWhatPaidTheNewest() throws Exception {
        JdbcTemplate jdbc = MigratedDatabase.create();
        voucher(jdbc, 2, "5");
        line(jdbc, "p1", 1, "10");
        settle(jdbc, 1);
        line(jdbc, "p2", 2, "10");
        settle(jdbc, 2);
        assertThat(paid(jdbc, 2)).isEqualTo("voucher 5.00, cash 0.00, owed 5.00");
        line(jdbc, "p3", 3, "-8");
        settle(jdbc, 3);
        assertThat(paid(jdbc, 3)).isEqualTo("voucher -3.00, cash 0.00, owed -5.00");
    }

    @Test
    void whatClearsABillIsAddedToWhatPaidTheRest() throws Exception {
        JdbcTemplate jdbc = MigratedDatabase.create();
        jdbc.update("INSERT INTO recharge VALUES ('r1', 'acct-1', 4, ?)", BEFORE.plusDays(1));
        jdbc.update("INSERT INTO recharge VALUES ('r2', 'acct-1', 6, ?)", BEFORE.plusDays(2));
        line(jdbc, "p1", 1, "10");
        settle(jdbc, 1);
        settle(jdbc, 2);
        assertThat(jdbc.queryForList(
                        "SELECT side, SUM(left_change) AS still FROM line_payment GROUP BY side ORDER BY side"))
                .containsExactly(
                        Map.of("SIDE", "arrears", "STILL", new BigDecimal("0.00")),
                        Map.of("SIDE", "cash", "STILL", new BigDecimal("10.00")));
        assertThat(jdbc.queryForList("SELECT * FROM owed_bill")).isEmpty();
    }

    /** A database of an earlier version: it knows what paid the shares of its bills. */
    @Test
    void linesOfBillsThatWereSettledBeforeGetBackWhatPaidTheirShareAndAreCleared() throws Exception {
        JdbcTemplate jdbc = MigratedDatabase.create();
        line(jdbc, "p1", 1, "10");
        jdbc.update("DELETE FROM settlement_due");
        LocalDate day = BEFORE.plusDays(1);
        jdbc.update("""
                INSERT INTO wallet (account_id, currency, settled_day, last_number, status_number)
                VALUES ('acct-1', 'CNY', ?, 5, 0)""", day);
        jdbc.update("""
                INSERT INTO wallet_balance (account_id, currency, side, instrument, kind, starts, expires, expiries, balance)
                VALUES ('acct-1', 'CNY', 'voucher', 'v1', 'ordinary', ?, ?, 0, 0)""", day, BEFORE.plusYears(1));
        jdbc.update("""
                INSERT INTO wallet_balance (account_id, currency, side, instrument, expiries, balance)
                VALUES ('acct-1', 'CNY', 'arrears', '', 0, -4)""");
        jdbc.update("""
                INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,
                  prepaid_card, cash, cloud, owed, settlement_number)
                VALUES (?, 'acct-1', 'wallet', 'CNY', 'ws-a-1', TRUE, 6, 0, 0, 0, 4, 1)""", day);
        jdbc.update("""
                INSERT INTO bill_source (account_id, currency, settlement, posted_day, side, instrument, payment_order,
                  left_amount) VALUES ('acct-1', 'CNY', 'wallet', ?, 'voucher', 'v1', 3, 6),
                  ('acct-1', 'CNY', 'wallet', ?, 'arrears', '', 4, 4)""", day, day);
        jdbc.update("INSERT INTO owed_bill VALUES ('acct-1', 'CNY', 'wallet', ?, 4)", day);
        jdbc.update("INSERT INTO unspread_bill VALUES ('acct-1', 'CNY', 'wallet', ?)", day);
        jdbc.update("INSERT INTO settled_day VALUES (?, 1)", day);

        jdbc.update("INSERT INTO recharge VALUES ('r1', 'acct-1', 3, ?)", BEFORE.plusDays(2));
        settle(jdbc, 2);
        assertThat(jdbc.queryForObject("SELECT owed FROM owed_bill", BigDecimal.class))
                .isEqualByComparingTo("1");
        assertThat(jdbc.queryForList("SELECT * FROM unspread_bill")).isEmpty();
        assertThat(jdbc.queryForList("SELECT * FROM bill_source")).isEmpty();
        line(jdbc, "p2", 3, "-9");
        settle(jdbc, 3);
        assertThat(paid(jdbc, 3)).isEqualTo("voucher -5.00, cash -3.00, owed -1.00");
        assertThat(jdbc.queryForObject("SELECT balance FROM wallet_balance WHERE side = 'voucher'", BigDecimal.class))
                .isEqualByComparingTo("5");
        assertThat(jdbc.queryForList("SELECT * FROM owed_bill")).isEmpty();
        assertThat(paid(jdbc, 1)).isEqualTo("voucher 6.00, cash 0.00, owed 4.00");
    }

    private static void voucher(JdbcTemplate jdbc, int day, String amount) {
        jdbc.update(
                "INSERT INTO voucher VALUES ('v1', 'acct-1', 'ordinary', ?, ?, ?)",
                new BigDecimal(amount),
                BEFORE.plusDays(day),
                BEFORE.plusYears(1));
    }

    private static void line(JdbcTemplate jdbc, String id, int number, String amount) {
        LocalDate day = BEFORE.plusDays(number);
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, ?, 'acct-1', 'wallet', 'ws-a-1', 'log', 0, 'usage', 1, 1, 1, 'CNY', ?, 1, 1)""", id, day, BEFORE, new BigDecimal(amount));
        jdbc.update("INSERT INTO settlement_due VALUES ('acct-1', ?, 'ws-a-1')", day);
    }

    private static String paid(JdbcTemplate jdbc, int day) {
        return jdbc.queryForObject(
                "SELECT voucher, cash, owed FROM bill_payment WHERE posted_day = ?",
                (row, number) -> "voucher " + row.getBigDecimal(1) + ", cash " + row.getBigDecimal(2) + ", owed "
                        + row.getBigDecimal(3),
                BEFORE.plusDays(day));
    }

    private static void assertSound(JdbcTemplate jdbc) {
        assertThat(jdbc.queryForList("SELECT request_id FROM ledger_entry GROUP BY request_id HAVING SUM(amount) <> 0"))
                .isEmpty();
        assertThat(jdbc.queryForList("""
                        SELECT b.account_id, b.side, b.instrument FROM wallet_balance b
                        WHERE b.balance <> (SELECT SUM(e.amount) FROM ledger_entry e
                          WHERE e.account_id = b.account_id AND e.side = b.side AND e.instrument = b.instrument)""")).isEmpty();
        assertThat(jdbc.queryForList("""
                        SELECT p.account_id, p.posted_day, p.settlement FROM (
                          SELECT account_id, posted_day, settlement, SUM(amount) AS amount FROM posting
                          GROUP BY account_id, posted_day, settlement) p
                        LEFT JOIN (
                          SELECT account_id, posted_day, settlement,
                            SUM(voucher + prepaid_card + cash + cloud + owed) AS amount
                          FROM bill_payment GROUP BY account_id, posted_day, settlement) b
                          ON b.account_id = p.account_id AND b.posted_day = p.posted_day AND b.settlement = p.settlement
                        WHERE b.amount IS NULL OR b.amount <> p.amount""")).isEmpty();
        assertThat(jdbc.queryForList("SELECT * FROM bill_payment WHERE eligible = FALSE AND voucher > 0"))
                .isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM settlement_task", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM settlement_due", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM ledger_entry WHERE movement = 'bill'", Integer.class))
                .isGreaterThan(100);
    }

    private static List<Object> rows(JdbcTemplate jdbc) {
        return ROWS.stream().<Object>map(jdbc::queryForList).toList();
    }

    private static void settle(JdbcTemplate jdbc, int number) throws Exception {
        BillingDay day = new BillingDay(BEFORE.plusDays(number));
        AccountDirectory directory = directory();
        SettlementTasks tasks = new SettlementTasks(jdbc);
        tasks.list(day);
        AccountWorkReader reader =
                new AccountWorkReader(jdbc, new WorkspaceRange("a", "z"), new WalletLoader(jdbc, directory, day, day));
        AccountResultWriter writer = new AccountResultWriter(jdbc, day, number);
        Settlement settlement = new Settlement(new LockRules(5, true));
        AccountWork work = reader.read();
        while (work != null) {
            writer.write(new Chunk<>(AccountResult.of(work, settlement, day, directory)));
            work = reader.read();
        }
        tasks.noteSettled(day, number);
    }

    private static AccountDirectory directory() {
        DayRange always = new DayRange(new BillingDay(BEFORE), null);
        Currency cny = Currency.getInstance("CNY");
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            BillingAccountId account = new BillingAccountId("acct-" + i);
            bindings.add(new Binding(new WorkspaceId("ws-a-" + i), account, SettlementMethod.WALLET, null, always));
            bindings.add(
                    new Binding(new WorkspaceId("ws-b-" + i), account, SettlementMethod.AWS, "vendor-" + i, always));
        }
        return new AccountDirectory(
                List.of(),
                IntStream.range(0, ACCOUNTS)
                        .mapToObj(
                                i -> new BillingAccount(new BillingAccountId("acct-" + i), "user-" + i, "", cny, true))
                        .toList(),
                bindings,
                List.of());
    }

    /** A new database with everything that was ever told, all of it before the first day is settled. */
    private static JdbcTemplate history(long seed) throws Exception {
        Random random = new Random(seed);
        JdbcTemplate jdbc = MigratedDatabase.create();
        for (int i = 0; i < 400; i++) {
            String account = "acct-" + random.nextInt(ACCOUNTS);
            LocalDate day = BEFORE.plusDays(1 + random.nextInt(DAYS));
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(20_000), 2);
            LocalDate end = day.plusDays(1 + random.nextInt(15));
            switch (random.nextInt(9)) {
                case 0 ->
                    jdbc.update(
                            "INSERT INTO voucher VALUES (?, ?, ?, ?, ?, ?)",
                            "v" + i,
                            account,
                            random.nextBoolean() ? "ordinary" : "full_reduction",
                            amount,
                            day,
                            end);
                case 1 ->
                    jdbc.update("INSERT INTO prepaid_card VALUES (?, ?, ?, ?, ?)", "c" + i, account, amount, day, end);
                case 2 -> jdbc.update("INSERT INTO recharge VALUES (?, ?, ?, ?)", "r" + i, account, amount, day);
                case 3 -> {
                    jdbc.update("DELETE FROM account_unlock WHERE account_id = ? AND from_day = ?", account, day);
                    jdbc.update("INSERT INTO account_unlock VALUES (?, ?)", account, day);
                }
                default -> post(jdbc, random, i, account, day);
            }
        }
        return jdbc;
    }

    private static void post(JdbcTemplate jdbc, Random random, int number, String account, LocalDate day) {
        boolean vendor = random.nextInt(3) == 0;
        String workspace = (vendor ? "ws-b-" : "ws-a-") + account.substring("acct-".length());
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(9_000) - (random.nextInt(4) == 0 ? 6_000 : 0), 2);
        jdbc.update(
                """
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'usage', 1, 1, 1, 'CNY', ?, 1, 1)""",
                "p" + number,
                day,
                BEFORE.minusDays(random.nextInt(4)),
                account,
                vendor ? "aws" : "wallet",
                workspace,
                METERS.get(random.nextInt(METERS.size())),
                amount);
        jdbc.update("DELETE FROM settlement_due WHERE account_id = ? AND posted_day = ?", account, day);
        jdbc.update("INSERT INTO settlement_due VALUES (?, ?, ?)", account, day, workspace);
    }
}
