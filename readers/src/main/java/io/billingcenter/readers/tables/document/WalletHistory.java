package io.billingcenter.readers.tables.document;

import io.billingcenter.domain.document.DayAmount;
import io.billingcenter.domain.document.StatementDocument.DailyBill;
import io.billingcenter.domain.document.StatementDocument.WalletMovement;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads what happened to wallets in a month: balances, movements, daily bills and posted amounts. A query reads a page of accounts. */
final class WalletHistory {

    private static final String SIDES = """
                SUM(CASE WHEN e.side = 'voucher' THEN e.amount ELSE 0 END) AS voucher,
                SUM(CASE WHEN e.side = 'prepaid_card' THEN e.amount ELSE 0 END) AS prepaid_card,
                SUM(CASE WHEN e.side = 'cash' THEN e.amount ELSE 0 END) AS cash,
                SUM(CASE WHEN e.side = 'arrears' THEN e.amount ELSE 0 END) AS balance
              FROM ledger_entry e
              WHERE e.account_id = account.account_id AND e.currency = account.currency
                AND e.side IN ('voucher', 'prepaid_card', 'cash', 'arrears')
            """;

    private static final String BALANCES = "SELECT account.account_id, account.currency, b.voucher, b.prepaid_card,"
            + " b.cash, b.balance FROM %s CROSS JOIN LATERAL (SELECT " + SIDES
            + " AND e.entry_day < :end) b WHERE b.voucher IS NOT NULL";

    private static final String MOVEMENTS = "SELECT account.account_id, account.currency, m.entry_day, m.movement,"
            + " m.voucher, m.prepaid_card, m.cash, m.balance FROM %s CROSS JOIN LATERAL (SELECT e.entry_day, e.movement,"
            + " MIN(e.entry_number) AS first_number, " + SIDES
            + " AND e.entry_day >= :from AND e.entry_day < :to GROUP BY e.entry_day, e.movement) m"
            + " ORDER BY account.account_id, account.currency, m.entry_day, m.first_number";

    private static final String BILLS = """
            SELECT account.account_id, account.currency, b.posted_day, b.voucher, b.prepaid_card, b.cash, b.cloud, b.owed
            FROM %s CROSS JOIN LATERAL (
              SELECT posted_day, SUM(voucher) AS voucher, SUM(prepaid_card) AS prepaid_card, SUM(cash) AS cash,
                SUM(cloud) AS cloud, SUM(owed) AS owed
              FROM bill_payment
              WHERE bill_payment.account_id = account.account_id AND bill_payment.currency = account.currency
                AND posted_day >= :from AND posted_day < :to
              GROUP BY posted_day) b
            ORDER BY account.account_id, account.currency, b.posted_day""";

    /** Credits stand on documents of their own. */
    private static final String DAYS = """
            SELECT account.account_id, account.currency, d.posted_day, d.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT p.posted_day, SUM(p.amount) AS amount FROM posting p
              WHERE p.account_id = account.account_id AND p.currency = account.currency
                AND p.posted_day >= :from AND p.posted_day < :to AND p.kind <> 'credit'
              GROUP BY p.posted_day) d""";

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingMonth month;

    WalletHistory(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = month;
    }

    /** Returns the balances of wallets before a day; none for a wallet without entries. */
    Map<BilledAccount, WalletBalance> balancesBefore(BillingDay day, BilledAccountPage page) {
        Map<BilledAccount, WalletBalance> balances = new HashMap<>();
        jdbc.query(page.in(BALANCES), page.parameters(Map.of("end", day.date())), (RowCallbackHandler) row -> {
            BilledAccount account = BilledAccountPage.account(row);
            balances.put(account, balance(row, account.currency()));
        });
        return balances;
    }

    /** Returns the movements of each wallet in the month, in their order. */
    Map<BilledAccount, List<WalletMovement>> movements(BilledAccountPage page) {
        Map<BilledAccount, List<WalletMovement>> movements = new HashMap<>();
        query(MOVEMENTS, page, row -> {
            BilledAccount account = BilledAccountPage.account(row);
            LedgerEntryType type = LedgerEntryTable.MOVEMENT.get(row);
            WalletBalance change = balance(row, account.currency());
            // A bill that a cloud account pays moves nothing in the wallet.
            if (!change.equals(WalletBalance.empty(account.currency()))) {
                movements
                        .computeIfAbsent(account, first -> new ArrayList<>())
                        .add(new WalletMovement(LedgerEntryTable.ENTRY_DAY.get(row), type, change));
            }
        });
        return movements;
    }

    /** Returns the daily bills of each wallet in the month, by day. */
    Map<BilledAccount, List<DailyBill>> bills(BilledAccountPage page) {
        Map<BilledAccount, List<DailyBill>> bills = new HashMap<>();
        query(
                BILLS,
                page,
                row -> bills.computeIfAbsent(BilledAccountPage.account(row), first -> new ArrayList<>())
                        .add(new DailyBill(BillPaymentTable.POSTED_DAY.get(row), BillPaymentTable.parts(row))));
        return bills;
    }

    /** Returns the amount of each day of the month, without credits. */
    Map<BilledAccount, List<DayAmount>> days(BilledAccountPage page) {
        Map<BilledAccount, Map<BillingDay, Money>> posted = new HashMap<>();
        query(DAYS, page, row -> {
            BilledAccount account = BilledAccountPage.account(row);
            posted.computeIfAbsent(account, first -> new HashMap<>())
                    .put(PostingTable.POSTED_DAY.get(row), money(row, PostingTable.AMOUNT, account.currency()));
        });
        Map<BilledAccount, List<DayAmount>> days = new HashMap<>();
        for (BilledAccount account : page.accounts()) {
            days.put(account, days(posted.getOrDefault(account, Map.of()), Money.zero(account.currency())));
        }
        return days;
    }

    private List<DayAmount> days(Map<BillingDay, Money> posted, Money zero) {
        List<DayAmount> days = new ArrayList<>();
        for (BillingDay day = month.firstDay(); day.isBefore(month.endExclusive()); day = day.plusDays(1)) {
            days.add(new DayAmount(day, posted.getOrDefault(day, zero)));
        }
        return days;
    }

    private void query(String sql, BilledAccountPage page, RowCallbackHandler use) {
        Map<String, Object> range = Map.of(
                "from", month.firstDay().date(), "to", month.endExclusive().date());
        jdbc.query(page.in(sql), page.parameters(range), use);
    }

    private static WalletBalance balance(ResultSet row, Currency currency) throws SQLException {
        return new WalletBalance(
                money(row, BillPaymentTable.VOUCHER, currency),
                money(row, BillPaymentTable.PREPAID_CARD, currency),
                money(row, BillPaymentTable.CASH, currency),
                money(row, WalletBalanceTable.BALANCE, currency));
    }

    private static Money money(ResultSet row, Column<BigDecimal> amount, Currency currency) throws SQLException {
        return Money.of(currency, amount.get(row));
    }
}
