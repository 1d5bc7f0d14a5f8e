package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads invoices as they were issued, so that they can be issued again under another number. */
public final class StoredInvoices {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public StoredInvoices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns an invoice with its postings by line and with the payment that it states. */
    public Invoice read(IssuedInvoice invoice) {
        BilledAccount account = new BilledAccount(invoice.account(), invoice.currency());
        List<InvoiceLine> lines = new InvoiceLines(jdbc, invoice.month())
                .of(new BilledAccountPage(List.of(account)))
                .getOrDefault(account, List.of());
        InvoicePayment payment = jdbc.query(
                        InvoiceTable.TABLE.select() + " WHERE invoice_number = ?",
                        (row, n) -> payment(row, invoice),
                        invoice.number())
                .get(0);
        return new Invoice(invoice.month(), invoice.account(), invoice.currency(), lines, payment);
    }

    /** Returns the names and dates of a document; empty for one that an older program has issued. */
    public Optional<InvoiceHeader> header(String number) {
        return jdbc
                .query(
                        InvoiceHeaderTable.TABLE.select() + " WHERE invoice_number = ?",
                        (row, n) -> InvoiceHeaderTable.header(row),
                        number)
                .stream()
                .findFirst();
    }

    private static InvoicePayment payment(ResultSet row, IssuedInvoice invoice) throws SQLException {
        return new InvoicePayment(
                new PaymentParts(
                        money(row, InvoiceTable.VOUCHER, invoice),
                        money(row, InvoiceTable.PREPAID_CARD, invoice),
                        money(row, InvoiceTable.CASH, invoice),
                        money(row, InvoiceTable.CLOUD, invoice),
                        money(row, InvoiceTable.OWED, invoice)),
                money(row, InvoiceTable.FAPIAO_AMOUNT, invoice));
    }

    private static Money money(ResultSet row, Column<BigDecimal> column, IssuedInvoice invoice) throws SQLException {
        return Money.of(invoice.currency(), column.get(row));
    }
}
