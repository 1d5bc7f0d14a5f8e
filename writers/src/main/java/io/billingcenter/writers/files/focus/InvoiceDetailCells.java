package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.CellWords;
import io.billingcenter.domain.focus.Cells;
import io.billingcenter.domain.focus.FocusInvoice;
import io.billingcenter.domain.focus.InvoiceDetail;
import io.billingcenter.domain.time.BillingDay;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

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
            grain(detail),
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

    /** Returns what a line stands for, as a flat JSON object. */
    private static String grain(InvoiceDetail detail) {
        Map<String, String> grain = new LinkedHashMap<>();
        String workspace = detail.owner().workspaceId();
        if (workspace != null) {
            grain.put("SubAccountId", workspace);
        }
        String sku = detail.sku();
        if (sku != null) {
            grain.put("SkuId", sku);
        }
        BillingDay day = detail.correctedDay();
        if (day != null) {
            grain.put("x_BillingDay", day.toString());
        }
        return JSON.writeValueAsString(grain);
    }
}
