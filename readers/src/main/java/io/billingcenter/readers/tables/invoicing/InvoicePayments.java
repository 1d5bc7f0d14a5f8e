package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the payments of the bills of a month at its end, and the amounts for which a fapiao may be issued (billing rules 7.5). */
final class InvoicePayments {

    private static final String PAID = """
            SELECT account.account_id, account.currency, b.voucher, b.prepaid_card, b.cash, b.cloud, b.owed
            FROM %s CROSS JOIN LATERAL (
              SELECT COALESCE(SUM(voucher), 0) AS voucher, COALESCE(SUM(prepaid_card), 0) AS prepaid_card,
                COALESCE(SUM(cash), 0) AS cash, COALESCE(SUM(cloud), 0) AS cloud, COALESCE(SUM(owed), 0) AS owed
              FROM bill_payment
              WHERE bill_payment.account_id = account.account_id AND bill_payment.currency = account.currency
                AND posted_day >= :from AND posted_day < :to) b""";

    private static final String CLEARED = """
            SELECT account.account_id, account.currency, c.prepaid_card, c.cash, c.owed
            FROM %s CROSS JOIN LATERAL (
              SELECT SUM(CASE WHEN e.side = 'prepaid_card' THEN -e.amount ELSE 0 END) AS prepaid_card,
                SUM(CASE WHEN e.side = 'cash' THEN -e.amount ELSE 0 END) AS cash,
                SUM(CASE WHEN e.side = 'arrears' THEN -e.amount ELSE 0 END) AS owed
              FROM ledger_entry e
              WHERE e.account_id = account.account_id AND e.currency = account.currency AND e.movement = 'clear'
                AND e.source_day >= :from AND e.source_day < :to AND e.entry_day < :to) c
            WHERE c.owed IS NOT NULL""";

    /** Credit notes have a payment of their own, which is part of the payment of the bills. */
    private static final String CREDITED = """
            SELECT account.account_id, account.currency, -SUM(i.voucher) AS voucher, -SUM(i.prepaid_card) AS prepaid_card,
              -SUM(i.cash) AS cash, -SUM(i.cloud) AS cloud, -SUM(i.owed) AS owed
            FROM %s JOIN invoice i ON i.account_id = account.account_id AND i.currency = account.currency
              AND i.billing_month = :month AND i.document = 'credit_note'
            GROUP BY account.account_id, account.currency""";

    /**
     * Cash for bills counts by their posted day, cash that clears arrears and cards by the day on which they took effect. An entry
     * of the month before that came after its invoice, because no later day was settled yet, counts now.
     */
    private static final String FAPIAO = """
            SELECT account.account_id, account.currency, f.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT COALESCE(SUM(CASE WHEN e.side = 'cash' THEN -e.amount ELSE e.amount END), 0) AS amount
              FROM ledger_entry e
              WHERE e.account_id = account.account_id AND e.currency = account.currency AND (
                (e.movement = 'bill' AND e.side = 'cash' AND e.bill_day >= :from AND e.bill_day < :to)
                OR ((e.movement = 'clear' AND e.side = 'cash' OR e.movement = 'purchase' AND e.side = 'prepaid_card')
                  AND ((e.entry_day >= :from AND e.entry_day < :to AND NOT EXISTS (SELECT 1 FROM invoice i
                      WHERE i.document = 'invoice' AND i.billing_month = :month AND i.account_id = e.account_id AND i.currency = e.currency
                        AND i.run_id < e.run_id))
                    OR (e.entry_day >= :before AND e.entry_day < :from AND EXISTS (SELECT 1 FROM invoice i
                      WHERE i.document = 'invoice' AND i.billing_month = :monthBefore AND i.account_id = e.account_id AND i.currency = e.currency
                        AND i.run_id < e.run_id)))))) f""";

    private static final String CERTIFIED = """
            SELECT account.account_id, account.currency
            FROM %s JOIN billing_account a ON a.account_id = account.account_id
            WHERE a.certified = TRUE AND account.currency = 'CNY'""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Object> month;

    InvoicePayments(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        LocalDate from = month.firstDay().date();
        this.month = Map.of(
                "from",
                from,
                "to",
                month.endExclusive().date(),
                "before",
                from.minusMonths(1),
                "month",
                month.toString(),
                "monthBefore",
                YearMonth.from(from).minusMonths(1).toString());
    }

    /** Returns the payment of each account. */
    Map<BilledAccount, InvoicePayment> of(BilledAccountPage page) {
        Map<BilledAccount, PaymentParts> paid = new HashMap<>();
        query(PAID, page, row -> {
            BilledAccount account = BilledAccountPage.account(row);
            paid.put(account, paid(row, account.currency()));
        });
        query(CLEARED, page, row -> {
            BilledAccount account = BilledAccountPage.account(row);
            paid.merge(account, cleared(row, account.currency()), PaymentParts::plus);
        });
        Map<BilledAccount, Money> fapiao = fapiao(page);
        query(CREDITED, page, row -> {
            BilledAccount account = BilledAccountPage.account(row);
            PaymentParts credited = paid(row, account.currency());
            paid.merge(account, credited, PaymentParts::plus);
            fapiao.computeIfPresent(account, (key, amount) -> amount.plus(credited.cash()));
        });
        Map<BilledAccount, InvoicePayment> payments = new HashMap<>();
        paid.forEach((account, parts) -> payments.put(
                account, new InvoicePayment(parts, fapiao.getOrDefault(account, Money.zero(account.currency())))));
        return payments;
    }

    private void query(String sql, BilledAccountPage page, RowCallbackHandler use) {
        jdbc.query(page.in(sql), page.parameters(month), use);
    }

    private static PaymentParts paid(ResultSet row, Currency currency) throws SQLException {
        return new PaymentParts(
                money(row, BillPaymentTable.VOUCHER, currency),
                money(row, BillPaymentTable.PREPAID_CARD, currency),
                money(row, BillPaymentTable.CASH, currency),
                money(row, BillPaymentTable.CLOUD, currency),
                money(row, BillPaymentTable.OWED, currency));
    }

    private static PaymentParts cleared(ResultSet row, Currency currency) throws SQLException {
        Money zero = Money.zero(currency);
        return new PaymentParts(
                zero,
                money(row, BillPaymentTable.PREPAID_CARD, currency),
                money(row, BillPaymentTable.CASH, currency),
                zero,
                money(row, BillPaymentTable.OWED, currency));
    }

    /** A fapiao needs a certified name and is in CNY only. */
    private Map<BilledAccount, Money> fapiao(BilledAccountPage page) {
        List<BilledAccount> certified = new ArrayList<>();
        query(CERTIFIED, page, row -> certified.add(BilledAccountPage.account(row)));
        Map<BilledAccount, Money> fapiao = new HashMap<>();
        if (!certified.isEmpty()) {
            query(FAPIAO, new BilledAccountPage(certified), row -> {
                BilledAccount account = BilledAccountPage.account(row);
                fapiao.put(account, money(row, LedgerEntryTable.AMOUNT, account.currency()));
            });
        }
        return fapiao;
    }

    private static Money money(ResultSet row, Column<BigDecimal> amount, Currency currency) throws SQLException {
        return Money.of(currency, amount.get(row));
    }
}
