package io.billingcenter.domain.focus;

import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.focus.Charge.Span;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up the charges of a line of an invoice. */
final class DetailSum {

    private static final String NO_CARD = "";

    private final FocusInvoice invoice;
    private final ChargeOwner owner;
    private final ChargeCategory category;
    private final @Nullable String sku;
    private final @Nullable BillingDay correctedDay;
    private final InvoicePlace place;
    private BigDecimal billed = BigDecimal.ZERO;
    private BigDecimal rounding = BigDecimal.ZERO;
    private boolean isCorrection;
    private @Nullable BillingDay start;
    private @Nullable BillingDay end;
    private boolean hasCoupon;
    private boolean hasUnpaidCost;
    private boolean isFree = true;
    private @Nullable String card;

    DetailSum(
            FocusInvoice invoice,
            int number,
            ChargeOwner owner,
            ChargeCategory category,
            @Nullable String sku,
            @Nullable BillingDay correctedDay) {
        this.invoice = invoice;
        this.owner = owner;
        this.category = category;
        this.sku = sku;
        this.correctedDay = correctedDay;
        this.place = new InvoicePlace(invoice.number(), invoice.lineName() + "-" + number);
    }

    InvoicePlace place() {
        return place;
    }

    BigDecimal billed() {
        return billed;
    }

    void add(Charge charge) {
        billed = billed.add(charge.costs().billed());
        isCorrection |= charge.kind().isCorrection();
        hasCoupon |= charge.origin().coupon() != null;
        isFree &= charge.costs().effective().signum() == 0;
        hasUnpaidCost |= charge.costs().billed().signum() != 0;
        String paidBy = charge.origin().card();
        if (paidBy != null) {
            card = card == null || card.equals(paidBy) ? paidBy : NO_CARD;
        }
    }

    /** Adds the rounding of a line, whose day belongs to the rounding of all of them. */
    void addRounding(BigDecimal amount, PostedLine line) {
        if (amount.signum() == 0) {
            return;
        }
        rounding = rounding.add(amount);
        Span span = line.item().span();
        start = start == null || span.start().isBefore(start) ? span.start() : start;
        end = end == null || end.isBefore(span.end()) ? span.end() : end;
    }

    /** Returns the rounding of the line, if there is any. */
    Optional<Charge> rounding() {
        if (rounding.signum() == 0 || start == null || end == null) {
            return Optional.empty();
        }
        boolean isOneDay = start.plusDays(1).equals(end);
        Span span = new Span(isOneDay ? start : null, start, end);
        String item = sku == null ? category.text() : sku;
        return Optional.of(AccountCharges.rounding(owner, place, isCorrection, item, span, rounding));
    }

    InvoiceDetail detail() {
        return new InvoiceDetail(
                invoice,
                java.util.Objects.requireNonNull(place.detail()),
                owner,
                category,
                billed,
                description(),
                sku,
                correctedDay);
    }

    private String description() {
        StringBuilder words = new StringBuilder(sku == null ? category.text() : sku);
        if (correctedDay != null) {
            words.append(" of ").append(correctedDay.month());
        }
        if (owner.workspace() != null) {
            words.append(", workspace ").append(owner.workspace().name());
        }
        if (hasCoupon) {
            words.append(", after voucher");
        }
        if (card != null && !hasUnpaidCost) {
            words.append(", paid by ").append(card.equals(NO_CARD) ? "prepaid cards" : card);
        }
        if (isFree) {
            words.append(", free");
        }
        return words.toString();
    }
}
