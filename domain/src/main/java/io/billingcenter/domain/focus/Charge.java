package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A charge: the one row from which the rows of all versions of FOCUS are written.
 *
 * @param id unique among all charges of all months, the same in every repeat
 * @param price null for a charge without an item, which has the same cost in every respect
 */
public record Charge(
        String id,
        ChargeOwner owner,
        Kind kind,
        Span span,
        @Nullable ChargePrice price,
        Costs costs,
        InvoicePlace place,
        Origin origin) {

    /**
     * The kind of a charge.
     *
     * @param isCorrection whether it corrects a charge of a month that was closed before
     */
    public record Kind(ChargeCategory category, boolean isCorrection, ChargeFrequency frequency, String description) {}

    /**
     * The days that a charge is for.
     *
     * @param billingDay null for a charge of several days
     * @param end first day after it
     */
    public record Span(@Nullable BillingDay billingDay, BillingDay start, BillingDay end) {

        /** Returns the span of one billing day. */
        public static Span of(BillingDay day) {
            return new Span(day, day, day.plusDays(1));
        }
    }

    /**
     * The costs of a charge.
     *
     * @param billed part that the invoice asks for
     * @param effective cost after what prepaid purchases cover
     */
    public record Costs(BigDecimal billed, BigDecimal effective, BigDecimal list, BigDecimal contracted) {

        /** Returns the costs of a charge that is the same in every respect. */
        static Costs of(BigDecimal amount) {
            return new Costs(amount, amount, amount, amount);
        }
    }

    /**
     * The place of a charge on an invoice.
     *
     * @param invoice null for a charge that is on none
     * @param detail null exactly if the invoice is
     */
    public record InvoicePlace(
            @Nullable String invoice, @Nullable String detail) {

        /** No place: a cloud vendor asks for the amount, or nobody does. */
        public static final InvoicePlace NONE = new InvoicePlace(null, null);
    }

    /**
     * The origin of a charge and what paid it, as far as it is not cash.
     *
     * @param channel the cloud vendor that asks for the amount; null for the wallet
     * @param corrects id of the charge that is corrected
     */
    public record Origin(
            @Nullable SettlementMethod channel,
            @Nullable String vendorAccount,
            @Nullable String corrects,
            @Nullable String card,
            @Nullable BigDecimal cardAmount,
            @Nullable BigDecimal coupon,
            @Nullable BigDecimal cloud) {

        /** The wallet, with nothing to tell. */
        static final Origin WALLET = new Origin(null, null, null, null, null, null, null);
    }
}
