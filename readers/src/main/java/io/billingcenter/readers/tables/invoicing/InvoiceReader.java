package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the invoices of a month that have not been issued yet, one for each account and currency with postings, in the order in
 * which they are numbered. The invoices already issued are not found any more, which is all a restart needs.
 */
public final class InvoiceReader implements ItemReader<Invoice> {

    private record Payer(BillingAccountId account, Currency currency) {}

    private static final String PAYERS = """
            SELECT DISTINCT p.account_id, p.currency FROM posting p
            WHERE p.posted_day >= ? AND p.posted_day < ?
              AND NOT EXISTS (SELECT 1 FROM invoice i
                WHERE i.billing_month = ? AND i.account_id = p.account_id AND i.currency = p.currency)
            ORDER BY p.account_id, p.currency""";

    private static final String LINES = """
            SELECT workspace_id, meter, retention_days, kind, SUM(quantity) AS quantity, SUM(amount) AS amount
            FROM posting
            WHERE account_id = ? AND posted_day >= ? AND posted_day < ? AND currency = ?
            GROUP BY workspace_id, meter, retention_days, kind
            ORDER BY workspace_id, meter, retention_days, kind""";

    private final JdbcTemplate jdbc;
    private final BillingMonth month;
    private final InvoicePayments payments;
    private final boolean unsettledIsOwed;
    private @Nullable Deque<Payer> payers;

    /** Reads the invoices of a month whose bills are all settled. */
    public InvoiceReader(JdbcTemplate jdbc, BillingMonth month) {
        this(jdbc, month, false);
    }

    private InvoiceReader(JdbcTemplate jdbc, BillingMonth month, boolean unsettledIsOwed) {
        this.unsettledIsOwed = unsettledIsOwed;
        this.jdbc = jdbc;
        this.month = month;
        this.payments = new InvoicePayments(jdbc, month);
    }

    /** Returns a reader of the invoices as they would be now; amounts that are not settled yet count as owed. */
    public static InvoiceReader preview(JdbcTemplate jdbc, BillingMonth month) {
        return new InvoiceReader(jdbc, month, true);
    }

    @Override
    public @Nullable Invoice read() {
        if (payers == null) {
            payers = new ArrayDeque<>(jdbc.query(
                    PAYERS,
                    (row, number) -> payer(row),
                    month.firstDay().date(),
                    month.endExclusive().date(),
                    month.toString()));
        }
        Payer payer = payers.poll();
        return payer == null ? null : invoice(payer);
    }

    private Invoice invoice(Payer payer) {
        List<InvoiceLine> lines = jdbc.query(
                LINES,
                (row, number) -> line(row, payer.currency()),
                payer.account().value(),
                month.firstDay().date(),
                month.endExclusive().date(),
                payer.currency().getCurrencyCode());
        InvoicePayment payment = payments.of(payer.account(), payer.currency());
        return new Invoice(
                month,
                payer.account(),
                payer.currency(),
                lines,
                unsettledIsOwed ? withUnsettled(payment, lines) : payment);
    }

    private static InvoicePayment withUnsettled(InvoicePayment payment, List<InvoiceLine> lines) {
        Money settled = payment.parts().total();
        Money zero = settled.minus(settled);
        Money unsettled = lines.stream()
                .map(InvoiceLine::amount)
                .reduce(zero, Money::plus)
                .minus(settled);
        return new InvoicePayment(
                payment.parts().plus(new PaymentParts(zero, zero, zero, zero, unsettled)), payment.fapiao());
    }

    private static Payer payer(ResultSet row) throws SQLException {
        return new Payer(PostingTable.ACCOUNT_ID.get(row), PostingTable.CURRENCY.get(row));
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        return new InvoiceLine(
                PostingTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                PostingTable.KIND.get(row),
                PostingTable.QUANTITY.get(row),
                Money.of(currency, PostingTable.AMOUNT.get(row)));
    }
}
