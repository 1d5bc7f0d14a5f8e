package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts of the double-entry ledger of a wallet. Accounts owned by the customer never fall below zero, except
 * {@link #ARREARS}; the others are the counterparts.
 */
public enum LedgerAccount {
    /** The remaining amounts of vouchers. */
    VOUCHER("voucher", true),
    /** The remaining amounts of prepaid cards. */
    PREPAID_CARD("prepaid_card", true),
    /** Money paid in and not spent yet. */
    CASH("cash", true),
    /** Debt, as an amount below zero (billing rules 6.1, step 5). */
    ARREARS("arrears", true),
    /** The counterpart of vouchers that are granted. */
    GRANTED("granted", false),
    /** The counterpart of recharges and of the purchase of cards. */
    BANK("bank", false),
    /** The counterpart of the remaining amounts of expired instruments. */
    EXPIRED("expired", false),
    /** The counterpart of the payment of daily bills. */
    BILLED("billed", false),
    /** The amounts paid by cloud accounts. */
    VENDOR("vendor", false);

    private final String code;
    private final boolean owned;

    LedgerAccount(String code, boolean owned) {
        this.code = code;
        this.owned = owned;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns whether the account is owned by the customer. */
    public boolean isOwned() {
        return owned;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<LedgerAccount> ofCode(String code) {
        return Stream.of(values())
                .filter(ledgerAccount -> ledgerAccount.code.equals(code))
                .findFirst();
    }
}
