package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.Currency;

/** The payment of an amount, by source; components are below zero where money is refunded. */
public record PaymentParts(Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed) {

    /** Returns a payment of nothing. */
    public static PaymentParts nothing(Currency currency) {
        Money zero = Money.zero(currency);
        return new PaymentParts(zero, zero, zero, zero, zero);
    }

    /** Returns the whole amount, including the part that is owed. */
    public Money total() {
        return voucher.plus(prepaidCard).plus(cash).plus(cloud).plus(owed);
    }

    /** Returns the sum of both payments. */
    public PaymentParts plus(PaymentParts other) {
        return new PaymentParts(
                voucher.plus(other.voucher),
                prepaidCard.plus(other.prepaidCard),
                cash.plus(other.cash),
                cloud.plus(other.cloud),
                owed.plus(other.owed));
    }

    /** Returns the payment with the opposite sign. */
    public PaymentParts negated() {
        return new PaymentParts(
                voucher.negated(), prepaidCard.negated(), cash.negated(), cloud.negated(), owed.negated());
    }

    /** Returns this payment with an additional amount from one source. */
    PaymentParts plus(PaymentSource source, Money more) {
        return switch (source) {
            case VOUCHER -> new PaymentParts(voucher.plus(more), prepaidCard, cash, cloud, owed);
            case PREPAID_CARD -> new PaymentParts(voucher, prepaidCard.plus(more), cash, cloud, owed);
            case CASH -> new PaymentParts(voucher, prepaidCard, cash.plus(more), cloud, owed);
            case CLOUD -> new PaymentParts(voucher, prepaidCard, cash, cloud.plus(more), owed);
            case OWED -> new PaymentParts(voucher, prepaidCard, cash, cloud, owed.plus(more));
        };
    }

    /** Returns the amount from one source. */
    Money from(PaymentSource source) {
        return switch (source) {
            case VOUCHER -> voucher;
            case PREPAID_CARD -> prepaidCard;
            case CASH -> cash;
            case CLOUD -> cloud;
            case OWED -> owed;
        };
    }
}
