package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the invoices of a month that have not been issued yet, one for each account and currency with postings, in the order in
 * which they are numbered. The invoices already issued are not found any more, which is all a restart needs.
 *
 * <p>Lines and payments are read for a page of invoices at a time. A page is bounded by its postings, so that memory does not grow
 * with the month.
 */
public final class InvoiceReader implements ItemReader<Invoice> {

    private static final int PAGE_INVOICES = 200;
    private static final long PAGE_POSTINGS = 100_000;

    // Issued invoices are left out after the groups are made: looked up once for each invoice, not for each posting.
    private static final String BILLED_ACCOUNTS = """
            SELECT g.account_id, g.currency, g.weight FROM (
              SELECT p.account_id, p.currency, COUNT(*) AS weight FROM posting p
              WHERE p.posted_day >= ? AND p.posted_day < ? AND p.kind <> 'credit'
              GROUP BY p.account_id, p.currency) g
            WHERE NOT EXISTS (SELECT 1 FROM invoice i
              WHERE i.billing_month = ? AND i.account_id = g.account_id AND i.currency = g.currency
                AND i.document = 'invoice')
            ORDER BY g.account_id, g.currency""";

    private final JdbcTemplate jdbc;
    private final BillingMonth month;
    private final InvoiceLines lines;
    private final InvoicePayments payments;
    private final boolean unsettledIsOwed;
    private final int pageInvoices;
    private final Deque<Invoice> invoices = new ArrayDeque<>();
    private @Nullable Deque<BilledAccountPage> pages;

    /** Reads the invoices of a month whose bills are all settled. */
    public InvoiceReader(JdbcTemplate jdbc, BillingMonth month) {
        this(jdbc, month, false, PAGE_INVOICES);
    }

    InvoiceReader(JdbcTemplate jdbc, BillingMonth month, boolean unsettledIsOwed, int pageInvoices) {
        this.unsettledIsOwed = unsettledIsOwed;
        this.pageInvoices = pageInvoices;
        this.jdbc = jdbc;
        this.month = month;
        this.lines = new InvoiceLines(jdbc, month);
        this.payments = new InvoicePayments(jdbc, month);
    }

    /** Returns a reader of the invoices as they would be now; amounts that are not settled yet count as owed. */
    public static InvoiceReader preview(JdbcTemplate jdbc, BillingMonth month) {
        return new InvoiceReader(jdbc, month, true, PAGE_INVOICES);
    }

    @Override
    public @Nullable Invoice read() {
        if (pages == null) {
            pages = new ArrayDeque<>(BilledAccountPage.pages(
                    jdbc.query(
                            BILLED_ACCOUNTS,
                            (row, number) -> BilledAccountPage.Weight.of(row),
                            month.firstDay().date(),
                            month.endExclusive().date(),
                            month.toString()),
                    pageInvoices,
                    PAGE_POSTINGS));
        }
        if (invoices.isEmpty()) {
            BilledAccountPage page = pages.poll();
            if (page != null) {
                addInvoices(page);
            }
        }
        return invoices.poll();
    }

    private void addInvoices(BilledAccountPage page) {
        Map<BilledAccount, List<InvoiceLine>> linesByAccount = lines.of(page);
        Map<BilledAccount, InvoicePayment> paymentsByAccount = payments.of(page);
        for (BilledAccount account : page.accounts()) {
            List<InvoiceLine> of =
                    Objects.requireNonNull(linesByAccount.get(account), "lines of a account with postings");
            InvoicePayment payment = Objects.requireNonNull(paymentsByAccount.get(account), "payment of every account");
            invoices.add(new Invoice(
                    month,
                    account.account(),
                    account.currency(),
                    of,
                    unsettledIsOwed ? withUnsettled(payment, of) : payment));
        }
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
}
