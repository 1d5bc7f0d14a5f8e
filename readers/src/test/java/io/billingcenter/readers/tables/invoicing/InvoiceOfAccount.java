package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The lines and the payment of one account and currency, by one query for each figure: the independent calculation to which the
 * invoices of pages are compared.
 */
final class InvoiceOfAccount {

    private static final String LINES = """
            SELECT workspace_id, meter, retention_days, kind, SUM(quantity) AS quantity, SUM(amount) AS amount
            FROM posting
            WHERE account_id = :account AND posted_day >= :from AND posted_day < :to AND currency = :currency
            GROUP BY workspace_id, meter, retention_days, kind
            ORDER BY workspace_id, meter, retention_days, kind""";

    private static final String POSTINGS = """
            SELECT kind, billing_day, unit_price, quantity, amount FROM posting
            WHERE account_id = :account AND posted_day >= :from AND posted_day < :to AND currency = :currency
              AND workspace_id = :workspace_id AND meter = :meter AND retention_days = :retention_days AND kind = :kind""";

    private static final String PAID = """
            SELECT COALESCE(SUM(voucher), 0) AS voucher, COALESCE(SUM(prepaid_card), 0) AS prepaid_card,
              COALESCE(SUM(cash), 0) AS cash, COALESCE(SUM(cloud), 0) AS cloud, COALESCE(SUM(owed), 0) AS owed
            FROM bill_payment
            WHERE account_id = :account AND currency = :currency AND posted_day >= :from AND posted_day < :to""";

    private static final String CLEARED = """
            SELECT COALESCE(SUM(CASE WHEN side = 'prepaid_card' THEN -amount ELSE 0 END), 0) AS prepaid_card,
              COALESCE(SUM(CASE WHEN side = 'cash' THEN -amount ELSE 0 END), 0) AS cash,
              COALESCE(SUM(CASE WHEN side = 'arrears' THEN -amount ELSE 0 END), 0) AS owed
            FROM ledger_entry
            WHERE account_id = :account AND currency = :currency AND movement = 'clear'
              AND source_day >= :from AND source_day < :to AND entry_day < :to""";

    /**
     * Cash for bills counts by their posted day, cash that clears arrears and cards by the day on which they took effect. An entry
     * of the month before that came after its invoice, because no later day was settled yet, counts now.
     */
    private static final String FAPIAO = """
            SELECT COALESCE(SUM(CASE WHEN e.side = 'cash' THEN -e.amount ELSE e.amount END), 0)
            FROM ledger_entry e
            WHERE e.account_id = :account AND e.currency = :currency AND (
              (e.movement = 'bill' AND e.side = 'cash' AND e.bill_day >= :from AND e.bill_day < :to)
              OR ((e.movement = 'clear' AND e.side = 'cash' OR e.movement = 'purchase' AND e.side = 'prepaid_card')
                AND ((e.entry_day >= :from AND e.entry_day < :to AND NOT EXISTS (SELECT 1 FROM invoice i
                    WHERE i.billing_month = :month AND i.account_id = e.account_id AND i.currency = e.currency
                      AND i.run_id < e.run_id))
                  OR (e.entry_day >= :before AND e.entry_day < :from AND EXISTS (SELECT 1 FROM invoice i
                    WHERE i.billing_month = :monthBefore AND i.account_id = e.account_id AND i.currency = e.currency
                      AND i.run_id < e.run_id)))))""";

    private static final String CERTIFIED =
            "SELECT COUNT(*) FROM billing_account WHERE account_id = :account AND certified = TRUE";

    private static final String FAPIAO_CURRENCY = "CNY";

    private final NamedParameterJdbcTemplate jdbc;
    private final LocalDate from;
    private final LocalDate to;

    InvoiceOfAccount(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.from = month.firstDay().date();
        this.to = month.endExclusive().date();
    }

    List<InvoiceLine> lines(BillingAccountId account, Currency currency) {
        return jdbc.query(
                LINES,
                parameters(account, currency),
                (row, number) -> new InvoiceLine(
                        PostingTable.WORKSPACE_ID.getOrNull(row),
                        MeterTierColumns.getOrNull(row),
                        PostingTable.KIND.get(row),
                        PostingTable.QUANTITY.get(row),
                        Money.of(currency, PostingTable.AMOUNT.get(row)),
                        details(row, parameters(account, currency), currency)));
    }

    /** Adds up the postings of a line one by one, by billing day if they are adjustments, and by unit price. */
    private List<LineDetail> details(ResultSet line, Map<String, Object> ofAccount, Currency currency)
            throws SQLException {
        Map<String, Object> parameters = new HashMap<>(ofAccount);
        for (Column<?> column : List.of(
                PostingTable.WORKSPACE_ID, PostingTable.METER, PostingTable.RETENTION_DAYS, PostingTable.KIND)) {
            parameters.put(column.name(), line.getObject(column.name()));
        }
        Map<String, LineDetail> details = new TreeMap<>();
        jdbc.query(POSTINGS, parameters, (ResultSet row) -> {
            BillingDay day =
                    PostingTable.KIND.get(row) == PostingKind.ADJUSTMENT ? PostingTable.BILLING_DAY.get(row) : null;
            LineDetail detail = new LineDetail(
                    day,
                    PostingTable.UNIT_PRICE.get(row),
                    PostingTable.QUANTITY.get(row),
                    Money.of(currency, PostingTable.AMOUNT.get(row)));
            details.merge(
                    day + " " + detail.unitPrice(),
                    detail,
                    (one, other) -> new LineDetail(
                            day,
                            one.unitPrice(),
                            one.quantity().add(other.quantity()),
                            one.amount().plus(other.amount())));
        });
        return List.copyOf(details.values());
    }

    private Map<String, Object> parameters(BillingAccountId account, Currency currency) {
        return Map.of(
                "account",
                account.value(),
                "currency",
                currency.getCurrencyCode(),
                "from",
                from,
                "to",
                to,
                "before",
                from.minusMonths(1),
                "month",
                YearMonth.from(from).toString(),
                "monthBefore",
                YearMonth.from(from).minusMonths(1).toString());
    }

    InvoicePayment payment(BillingAccountId account, Currency currency) {
        Map<String, Object> parameters = parameters(account, currency);
        Money zero = Money.zero(currency);
        PaymentParts paid = jdbc.queryForObject(
                PAID,
                parameters,
                (row, number) -> new PaymentParts(
                        money(row, BillPaymentTable.VOUCHER, currency),
                        money(row, BillPaymentTable.PREPAID_CARD, currency),
                        money(row, BillPaymentTable.CASH, currency),
                        money(row, BillPaymentTable.CLOUD, currency),
                        money(row, BillPaymentTable.OWED, currency)));
        PaymentParts cleared = jdbc.queryForObject(
                CLEARED,
                parameters,
                (row, number) -> new PaymentParts(
                        zero,
                        money(row, BillPaymentTable.PREPAID_CARD, currency),
                        money(row, BillPaymentTable.CASH, currency),
                        zero,
                        money(row, BillPaymentTable.OWED, currency)));
        return new InvoicePayment(
                Objects.requireNonNull(paid).plus(Objects.requireNonNull(cleared)), fapiao(parameters, currency));
    }

    private static Money money(ResultSet row, Column<BigDecimal> amount, Currency currency) throws SQLException {
        return Money.of(currency, amount.get(row));
    }

    /** A fapiao needs a certified name and is in CNY only. */
    private Money fapiao(Map<String, Object> parameters, Currency currency) {
        Integer certified = jdbc.queryForObject(CERTIFIED, parameters, Integer.class);
        if (certified == null || certified == 0 || !currency.getCurrencyCode().equals(FAPIAO_CURRENCY)) {
            return Money.zero(currency);
        }
        BigDecimal sum = jdbc.queryForObject(FAPIAO, parameters, BigDecimal.class);
        return Money.of(currency, Objects.requireNonNull(sum));
    }
}
