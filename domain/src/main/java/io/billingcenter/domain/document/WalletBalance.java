package io.billingcenter.domain.document;

import io.billingcenter.domain.money.Money;
import java.util.Currency;

/**
 * The balance of a wallet at the end of a day.
 *
 * @param arrears debt, zero or below
 */
public record WalletBalance(Money voucher, Money prepaidCard, Money cash, Money arrears) {

    /** Returns the balance of an empty wallet. */
    public static WalletBalance empty(Currency currency) {
        Money zero = Money.zero(currency);
        return new WalletBalance(zero, zero, zero, zero);
    }

    /** Returns what the wallet has less what it owes. */
    public Money total() {
        return voucher.plus(prepaidCard).plus(cash).plus(arrears);
    }

    /** Returns the balance after further amounts. */
    public WalletBalance plus(WalletBalance change) {
        return new WalletBalance(
                voucher.plus(change.voucher),
                prepaidCard.plus(change.prepaidCard),
                cash.plus(change.cash),
                arrears.plus(change.arrears));
    }
}
