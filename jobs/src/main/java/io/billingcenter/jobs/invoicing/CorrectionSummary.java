package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import io.billingcenter.readers.tables.invoicing.StoredInvoices;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The credit note or the new invoice that a run has made. */
@Component
@Order(SummaryOrder.INVOICES)
class CorrectionSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    CorrectionSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().job().corrects()) {
            return;
        }
        InvoiceCorrection correction = summary.request().requireCorrection();
        IssuedInvoices invoices = new IssuedInvoices(jdbc);
        if (summary.request().job() == JobName.VOID_INVOICE) {
            invoices.replacementOf(correction.invoice())
                    .ifPresent(other -> summary.row(
                            "void",
                            correction.invoice() + "; " + other + " has taken its place, with the same postings"));
            return;
        }
        invoices.madeFor(correction).ifPresent(made -> {
            summary.row(
                    "credit note",
                    made.number() + " for " + correction.invoice() + dated(made.number()) + ", posted under "
                            + made.postedDay() + ": " + amounts(made.number()) + "; part of the files and documents of "
                            + made.postedDay().month() + " once that month is closed");
        });
    }

    private String dated(String number) {
        return new StoredInvoices(jdbc)
                .header(number)
                .flatMap(header -> Optional.ofNullable(header.invoiceDate()))
                .map(date -> ", dated " + date)
                .orElse("");
    }

    private String amounts(String number) {
        return jdbc.query(InvoiceTable.TABLE.select() + " WHERE invoice_number = ?", (row, n) -> amounts(row), number)
                .get(0);
    }

    private static String amounts(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        add(parts, "vouchers", InvoiceTable.VOUCHER.get(row));
        add(parts, "prepaid cards", InvoiceTable.PREPAID_CARD.get(row));
        add(parts, "cash", InvoiceTable.CASH.get(row));
        add(parts, "cloud accounts", InvoiceTable.CLOUD.get(row));
        add(parts, "debt", InvoiceTable.OWED.get(row));
        return InvoiceTable.CURRENCY.get(row).getCurrencyCode() + " "
                + InvoiceTable.TOTAL.get(row).toPlainString()
                + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private static void add(List<String> parts, String source, BigDecimal amount) {
        if (amount.signum() != 0) {
            parts.add(source + " " + amount.toPlainString());
        }
    }
}
