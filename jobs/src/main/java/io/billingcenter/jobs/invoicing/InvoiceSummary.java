package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.invoicing.InvoiceTotals;
import io.billingcenter.readers.tables.invoicing.InvoiceTotals.Total;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The invoices of a month. */
@Component
@Order(SummaryOrder.INVOICES)
class InvoiceSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    InvoiceSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (summary.request().job() != JobName.CLOSE_MONTH) {
            return;
        }
        String month = summary.request().period();
        InvoiceTotals invoices = new InvoiceTotals(jdbc);
        List<Total> totals = invoices.of(DocumentKind.INVOICE, month);
        totals.forEach(total -> summary.row("invoices", text(total)));
        List<Total> credits = invoices.of(DocumentKind.CREDIT_NOTE, month);
        credits.forEach(total -> summary.row("credit notes", text(total)));
        invoices.acceptance(month)
                .forEach(accepted -> summary.row("accepted", accepted.names() + ": " + accepted.reason()));
        if (totals.isEmpty()) {
            summary.row("invoices", reasonForNone(!credits.isEmpty(), month));
        }
    }

    /** Returns why a month has no invoice. */
    static String reasonForNone(boolean hasCredits, String month) {
        return hasCredits ? "none: nothing but credits was posted in " + month : "none: nothing was posted in " + month;
    }

    private static String text(Total total) {
        return total.currency() + " " + total.amount().toPlainString() + " in " + Summary.count(total.invoices()) + " ("
                + total.firstNumber() + " to " + total.lastNumber() + ")";
    }
}
