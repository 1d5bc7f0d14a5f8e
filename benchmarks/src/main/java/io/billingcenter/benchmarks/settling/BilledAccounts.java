package io.billingcenter.benchmarks.settling;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts with a bill to settle: each has a workspace and the same number of lines, one of them of messages. Every
 * fifth is settled by a vendor; the wallets of the others are in turn empty, cash, a card and cash, or a voucher, a
 * card and cash.
 */
final class BilledAccounts {

    static final BillingDay DAY = BillingDay.parse("2026-10-15");

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int IN_A_TRANSACTION = 1_000;
    private static final int KINDS = 5;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final List<String> METERS = List.of(
            "sms",
            "log",
            "trace",
            "rum_pv",
            "report",
            "trigger",
            "scan",
            "pipeline",
            "series",
            "profile",
            "session_replay",
            "network_host",
            "synthetic");

    private final int accounts;
    private final int lines;

    BilledAccounts(int accounts, int lines) {
        this.accounts = accounts;
        this.lines = lines;
    }

    AccountDirectory directory() {
        DayRange always = new DayRange(new BillingDay(START), null);
        return new AccountDirectory(
                List.of(),
                IntStream.range(0, accounts)
                        .mapToObj(i -> new BillingAccount(new BillingAccountId(account(i)), account(i), "", CNY, true))
                        .toList(),
                IntStream.range(0, accounts)
                        .mapToObj(i -> new Binding(
                                new WorkspaceId("ws-" + account(i)),
                                new BillingAccountId(account(i)),
                                settlement(i),
                                isVendor(i) ? "v-" + account(i) : null,
                                always))
                        .toList(),
                List.of());
    }

    /** Inserts the rows that exist before the bills of the day are settled. */
    void insert(JdbcTemplate jdbc, TransactionTemplate transaction) {
        for (int from = 0; from < accounts; from += IN_A_TRANSACTION) {
            int first = from;
            transaction.executeWithoutResult(
                    status -> insert(jdbc, first, Math.min(accounts, first + IN_A_TRANSACTION)));
        }
    }

    private void insert(JdbcTemplate jdbc, int from, int to) {
        List<Object[]> postings = new ArrayList<>();
        List<Object[]> due = new ArrayList<>();
        List<Object[]> recharges = new ArrayList<>();
        List<Object[]> cards = new ArrayList<>();
        List<Object[]> vouchers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String account = account(i);
            due.add(new Object[] {account, DAY.date(), "ws-" + account});
            for (int line = 0; line < lines; line++) {
                postings.add(new Object[] {
                    "p" + account + "-" + line,
                    DAY.date(),
                    DAY.date(),
                    account,
                    settlement(i).code(),
                    "ws-" + account,
                    METERS.get(line % METERS.size()),
                    line / METERS.size(),
                    BigDecimal.valueOf(100 + (i + line) % 900, 2)
                });
            }
            if (i % KINDS >= 2) {
                recharges.add(new Object[] {"r" + account, account, new BigDecimal("1000.00"), DAY.date()});
            }
            if (i % KINDS >= 3) {
                cards.add(new Object[] {"c" + account, account, new BigDecimal("100.00"), START, END});
            }
            if (i % KINDS == 4) {
                vouchers.add(new Object[] {"v" + account, account, "ordinary", new BigDecimal("5.00"), START, END});
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'usage', 1, 1, 1, 'CNY', ?, 1, 1)""", postings);
        jdbc.batchUpdate("INSERT INTO settlement_due (account_id, posted_day, workspace_id) VALUES (?, ?, ?)", due);
        insert(
                jdbc,
                "INSERT INTO recharge (recharge_id, account_id, amount, posted_day) VALUES (?, ?, ?, ?)",
                recharges);
        insert(
                jdbc,
                "INSERT INTO prepaid_card (card_id, account_id, amount, purchased, expires) VALUES (?, ?, ?, ?, ?)",
                cards);
        insert(
                jdbc,
                "INSERT INTO voucher (voucher_id, account_id, kind, amount, activated, expires) VALUES (?, ?, ?, ?, ?, ?)",
                vouchers);
    }

    private static void insert(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static SettlementMethod settlement(int number) {
        return isVendor(number) ? SettlementMethod.ALIYUN : SettlementMethod.WALLET;
    }

    private static boolean isVendor(int number) {
        return number % KINDS == 0;
    }

    private static String account(int number) {
        return String.format(Locale.ROOT, "acct-%06d", number);
    }
}
