package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.CellWords;
import io.billingcenter.domain.focus.Cells;
import io.billingcenter.domain.focus.FocusInvoice;
import io.billingcenter.domain.focus.InvoiceDetail;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns and cells of Invoice Detail. */
final class InvoiceDetailCells {

    static final List<String> HEADER = List.of(
            "BilledCost",
            "BillingAccountId",
            "BillingCurrency",
            "BillingPeriodEnd",
            "BillingPeriodStart",
            "ChargeCategory",
            "InvoiceDetailCreated",
            "InvoiceDetailDescription",
            "InvoiceDetailGrain",
            "InvoiceDetailId",
            "InvoiceDetailLastUpdated",
            "InvoiceId",
            "InvoiceIssueDate",
            "InvoiceIssueStatus",
            "InvoiceIssuerName",
            "PaymentDueDate",
            "PaymentTerms",
            "ReferenceInvoiceId");

    private InvoiceDetailCells() {}

    /** Returns the cells of a line. */
    static @Nullable String[] of(InvoiceDetail detail, CellWords words) {
        FocusInvoice invoice = detail.invoice();
        String issued = words.instant(invoice.issued());
        long terms =
                ChronoUnit.DAYS.between(invoice.issued().date(), invoice.due().date());
        return new @Nullable String[] {
            Cells.decimal(detail.billed()),
            words.accountId(detail.owner()),
            invoice.currency().getCurrencyCode(),
            words.periodEnd(),
            words.periodStart(),
            detail.category().text(),
            issued,
            detail.description(),
            detail.grain(),
            detail.id(),
            issued,
            invoice.number(),
            issued,
            "Issued",
            words.terms().provider(),
            words.instant(invoice.due()),
            "Net " + terms,
            invoice.refersTo() == null ? invoice.number() : invoice.refersTo()
        };
    }
}
