package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of invoices that have neither a number nor a date yet, in either layout. */
final class DraftRows {

    private static final String STATE = "draft";

    private final InvoiceLayout layout;
    private final InvoiceParties parties;

    DraftRows(InvoiceLayout layout, InvoiceParties parties) {
        this.layout = layout;
        this.parties = parties;
    }

    /** Returns the rows of an invoice in a file of the layout. */
    List<List<@Nullable Object>> of(DeliveredFile file, Invoice invoice) {
        InvoiceHeader header = parties.header(invoice, null);
        return switch (file) {
            case INVOICES -> List.of(amounts(invoice));
            case INVOICES_2 -> List.of(with(amounts(invoice), names(invoice, header)));
            case INVOICE_LINES ->
                invoice.lines().stream()
                        .map(line -> amounts(invoice, line, line.quantity(), line.amount()))
                        .toList();
            case INVOICE_LINES_2 -> details(invoice, header);
            default -> throw new IllegalArgumentException("Expected a file of " + layout + ", found " + file);
        };
    }

    private static List<@Nullable Object> amounts(Invoice invoice) {
        PaymentParts paid = invoice.payment().parts();
        return Arrays.asList(
                invoice.month(),
                invoice.account().value(),
                null,
                invoice.currency().getCurrencyCode(),
                invoice.total(),
                paid.voucher(),
                paid.prepaidCard(),
                paid.cash(),
                paid.cloud(),
                paid.owed(),
                invoice.payment().fapiao(),
                STATE);
    }

    private static List<@Nullable Object> names(Invoice invoice, InvoiceHeader header) {
        return Arrays.asList(
                DocumentKind.INVOICE.code(),
                null,
                header.accountName(),
                invoice.month().firstDay(),
                invoice.month().endExclusive().minusDays(1),
                header.invoiceDate(),
                header.dueDate(),
                header.seller().name(),
                header.buyer().title(),
                header.buyer().taxId());
    }

    private List<List<@Nullable Object>> details(Invoice invoice, InvoiceHeader header) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            for (LineDetail detail : line.details()) {
                rows.add(with(
                        amounts(invoice, line, detail.quantity(), detail.amount()),
                        Arrays.asList(
                                header.accountName(),
                                parties.workspaceName(line.workspace()),
                                detail.billingDay(),
                                detail.unitPrice())));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> amounts(
            Invoice invoice, InvoiceLine line, BigDecimal quantity, Money amount) {
        MeterTier tier = line.tier();
        return Arrays.asList(
                invoice.month(),
                invoice.account().value(),
                null,
                line.workspace() == null ? null : line.workspace().value(),
                tier == null ? null : tier.meter().code(),
                tier == null || tier.retentionDays() == Meter.FLAT ? null : Long.valueOf(tier.retentionDays()),
                line.kind().code(),
                quantity,
                tier == null ? Long.valueOf(1) : Long.valueOf(tier.meter().unit()),
                amount,
                invoice.currency().getCurrencyCode());
    }

    private static List<@Nullable Object> with(List<@Nullable Object> row, List<@Nullable Object> more) {
        List<@Nullable Object> cells = new ArrayList<>(row);
        cells.addAll(more);
        return cells;
    }
}
