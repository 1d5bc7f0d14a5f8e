package io.billingcenter.writers.files.document;

import io.billingcenter.domain.document.ElectronicInvoice;
import io.billingcenter.domain.document.ElectronicLine;
import io.billingcenter.domain.document.TaxTreatment;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The texts that the templates of e-invoices print. Public, because templates call it. */
public final class ElectronicPage {

    private static final String ROUNDING = "Rounding of daily amounts";

    private final ElectronicInvoice invoice;

    /**
     * A line.
     *
     * @param isCharge whether the difference of rounding adds to the line
     * @param rounding absolute difference of rounding; empty for none
     */
    public record Line(
            String id,
            String quantity,
            String net,
            String name,
            String description,
            String price,
            boolean isCharge,
            String rounding) {}

    ElectronicPage(ElectronicInvoice invoice) {
        this.invoice = invoice;
    }

    /** Returns the number of the document. */
    public String number() {
        return Objects.requireNonNull(invoice.head().number(), "a final document has a number");
    }

    /** Returns the number of the invoice that a credit note refers to; empty for an invoice. */
    public String refersTo() {
        return invoice.isCreditNote()
                ? Objects.requireNonNull(invoice.head().refersTo(), "a credit note refers to an invoice")
                : "";
    }

    /** Returns the date of the document. */
    public String issued() {
        return Objects.requireNonNull(invoice.head().dates().issued(), "a final document has a date")
                .toString();
    }

    /** Returns the last day of payment; empty if it is not known. */
    public String due() {
        BillingDay due = invoice.head().dates().due();
        return due == null ? "" : due.toString();
    }

    /** Returns the first day of the month. */
    public String from() {
        return invoice.head().month().firstDay().toString();
    }

    /** Returns the last day of the month. */
    public String to() {
        return invoice.head().month().endExclusive().minusDays(1).toString();
    }

    /** Returns the code of the currency. */
    public String currency() {
        return invoice.head().currency().getCurrencyCode();
    }

    /** Returns the reference of the buyer. */
    public String buyerReference() {
        return invoice.buyer().reference();
    }

    /** Returns the terms of payment. */
    public String terms() {
        if (invoice.isCreditNote()) {
            return "Credited to account " + invoice.head().account().id();
        }
        String bank = invoice.seller().bank();
        String until = due().isEmpty() ? "" : "Payment by " + due();
        return bank.isEmpty() ? until : (until.isEmpty() ? "Payment" : until) + " to " + bank;
    }

    /** Returns the seller. */
    public PartyText seller() {
        return new PartyText(
                invoice.from().scheme(),
                invoice.from().endpoint(),
                invoice.seller().name(),
                invoice.seller().address(),
                invoice.from().country(),
                vatId(invoice.seller().taxId(), invoice.from().country()),
                invoice.seller().taxId());
    }

    /** Returns the buyer. */
    public PartyText buyer() {
        return new PartyText(
                invoice.buyer().endpointScheme(),
                invoice.buyer().endpoint(),
                invoice.buyer().title(),
                invoice.buyer().address(),
                invoice.buyer().country(),
                vatId(invoice.buyer().taxId(), invoice.buyer().country()),
                invoice.buyer().taxId());
    }

    /**
     * A party.
     *
     * @param vatId tax id with the country before it; empty when the supply is not subject to tax
     * @param companyId tax id as it is known
     */
    public record PartyText(
            String scheme,
            String endpoint,
            String name,
            String address,
            String country,
            String vatId,
            String companyId) {}

    /** EN 16931 wants the country before a VAT id. */
    private String vatId(String taxId, String country) {
        if (invoice.from().tax() != TaxTreatment.REVERSE_CHARGE || taxId.isEmpty()) {
            return "";
        }
        return taxId.toUpperCase(Locale.ROOT).startsWith(country) ? taxId : country + taxId;
    }

    /** Returns the treatment of value added tax. */
    public TaxTreatment tax() {
        return invoice.from().tax();
    }

    /** Returns whether the category of tax has a rate, which is 0. */
    public boolean hasRate() {
        return invoice.from().tax() == TaxTreatment.REVERSE_CHARGE;
    }

    /** Returns zero in the currency. */
    public String zero() {
        return text(Money.zero(invoice.head().currency()));
    }

    /** Returns the sum of the lines. */
    public String total() {
        return text(invoice.total());
    }

    /** Returns the prepaid amount. */
    public String prepaid() {
        return text(invoice.prepaid());
    }

    /** Returns the payable amount. */
    public String payable() {
        return text(invoice.payable());
    }

    /** Returns the reason of differences of rounding. */
    public String roundingReason() {
        return ROUNDING;
    }

    /** Returns the lines, numbered from 1. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (ElectronicLine line : invoice.lines()) {
            Money rounding = line.roundingDifference();
            lines.add(new Line(
                    Integer.toString(lines.size() + 1),
                    text(line.quantity()),
                    text(line.net()),
                    line.name(),
                    line.description(),
                    text(line.price()),
                    rounding.isPositive(),
                    rounding.isZero() ? "" : text(rounding.isNegative() ? rounding.negated() : rounding)));
        }
        return lines;
    }

    private static String text(Money amount) {
        return amount.amount().toPlainString();
    }

    private static String text(BigDecimal number) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }
}
