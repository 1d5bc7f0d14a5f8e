package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A line as the postings of a month leave it: an item of a workspace on a billing day, or a fee.
 *
 * @param item what is charged, and how often
 * @param before the line before the month; null if nothing was posted for it
 * @param after the line at the end of the month
 * @param amount posted in the month
 * @param paid what paid that amount
 */
public record PostedLine(Key key, Item item, @Nullable Before before, State after, BigDecimal amount, Payment paid) {

    /**
     * The line.
     *
     * @param settlement the method by which the line is paid
     * @param vendorAccount cloud account that pays; null for the wallet
     * @param agreement id of the agreement of a fee; empty for usage
     */
    public record Key(
            ChargeOwner owner,
            SettlementMethod settlement,
            @Nullable String vendorAccount,
            String agreement,
            BillingDay billingDay) {}

    /** The item of a line; the span is that of the charge. */
    public record Item(ChargeSku sku, ChargeCategory category, ChargeFrequency frequency, Charge.Span span) {}

    /**
     * A quantity at its prices.
     *
     * @param quantity measured
     * @param units the quantity in units of the price
     * @param covered measured quantity that a package or a free quota covered beside it; 0 for none
     */
    public record State(
            BigDecimal quantity, BigDecimal units, BigDecimal listPrice, BigDecimal price, BigDecimal covered) {

        /** Returns the exact cost at the agreed price. */
        BigDecimal cost() {
            return price.multiply(units);
        }
    }

    /**
     * A line before the month.
     *
     * @param first month in which it was first posted
     * @param last month in which it was last posted
     */
    public record Before(State state, BillingMonth first, BillingMonth last) {}

    /**
     * The payment of the amount of a month; below zero what was given back.
     *
     * @param coupons by voucher
     * @param cards by prepaid card
     */
    public record Payment(
            SortedMap<String, BigDecimal> coupons, SortedMap<String, BigDecimal> cards, BigDecimal cloud) {

        /** Returns the part of cards. */
        BigDecimal cardAmount() {
            return sum(cards);
        }

        /** Returns the part of vouchers. */
        BigDecimal couponAmount() {
            return sum(coupons);
        }

        private static BigDecimal sum(SortedMap<String, BigDecimal> parts) {
            return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
