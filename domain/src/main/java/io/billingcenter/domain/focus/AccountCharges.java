package io.billingcenter.domain.focus;

import io.billingcenter.domain.focus.Charge.Costs;
import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.focus.Charge.Kind;
import io.billingcenter.domain.focus.Charge.Origin;
import io.billingcenter.domain.focus.Charge.Span;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/** Charges beside the lines of the bills: prepaid cards, the rounding of invoice lines, and what credit notes give back. */
public final class AccountCharges {

    private AccountCharges() {}

    /**
     * Returns the charge of a prepaid card that was bought. It covers later charges, so that nothing of it is effective, and
     * stands on no invoice.
     *
     * @param expires first day on which it cannot be used any more
     */
    public static Charge cardBought(
            ChargeOwner owner, String card, BigDecimal amount, BillingDay bought, BillingDay expires) {
        ChargePrice price = new ChargePrice(ChargeSku.card(amount), null, BigDecimal.ONE, amount, amount);
        return new Charge(
                id(bought, owner) + card + "/bought",
                owner,
                new Kind(ChargeCategory.PURCHASE, false, ChargeFrequency.ONE_TIME, "Prepaid card " + card),
                new Span(bought, bought, expires),
                price,
                new Costs(amount, BigDecimal.ZERO, amount, amount),
                InvoicePlace.NONE,
                Origin.WALLET);
    }

    /**
     * Returns the charge of what a prepaid card still had when it expired.
     *
     * @param number of the entry by which it was lost: a card that takes refunds later expires more than once
     */
    public static Charge cardLost(ChargeOwner owner, String card, BigDecimal amount, BillingDay expired, long number) {
        ChargeSku sku = ChargeSku.card(amount);
        ChargePrice price = new ChargePrice(sku, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
        return new Charge(
                id(expired, owner) + card + "/lost/" + number,
                owner,
                new Kind(ChargeCategory.USAGE, false, ChargeFrequency.ONE_TIME, "Unused rest of prepaid card " + card),
                Span.of(expired),
                price,
                new Costs(BigDecimal.ZERO, amount, BigDecimal.ZERO, BigDecimal.ZERO),
                InvoicePlace.NONE,
                new Origin(null, null, null, card, amount, null, null));
    }

    /**
     * Returns the rounding of an invoice line.
     *
     * @param isCorrection whether the line corrects a closed month
     * @param item id of the item
     */
    public static Charge rounding(
            ChargeOwner owner, InvoicePlace place, boolean isCorrection, String item, Span span, BigDecimal amount) {
        return new Charge(
                place.invoice() + "/" + place.detail() + "/rounding",
                owner,
                new Kind(
                        ChargeCategory.ADJUSTMENT,
                        isCorrection,
                        ChargeFrequency.USAGE_BASED,
                        "Rounding of " + place.invoice() + " " + item),
                span,
                null,
                Costs.of(amount),
                place,
                Origin.WALLET);
    }

    /**
     * Returns the charge of what a credit note gives back. It has no item, since it is an amount and no quantity.
     *
     * @param place the line of the credit note
     */
    static Charge credited(ChargeVisitor.CreditedLine line, InvoicePlace place) {
        PostedLine.Payment paid = line.paid();
        BigDecimal billed = line.isVendor()
                ? BigDecimal.ZERO
                : line.amount().subtract(paid.couponAmount()).subtract(paid.cardAmount());
        return new Charge(
                id(line.billingDay(), line.owner()) + "credit/" + line.id(),
                line.owner(),
                new Kind(ChargeCategory.CREDIT, true, ChargeFrequency.ONE_TIME, "Credit of " + line.item()),
                Span.of(line.billingDay()),
                null,
                Costs.of(billed),
                place,
                new Origin(null, null, null, null, null, null, null));
    }

    private static String id(BillingDay day, ChargeOwner owner) {
        return day + "/" + owner.accountId() + "/" + owner.currency() + "/";
    }
}
