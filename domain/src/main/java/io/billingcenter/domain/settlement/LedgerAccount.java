package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where money of an account lies, or where it comes from and goes to: the sides of the ledger. What is the account's own
 * is never below zero but for {@link #ARREARS}; the others only mirror it.
 */
public enum LedgerAccount {
    /** What is left of a voucher. */
    VOUCHER("voucher", true),
    /** What is left of a prepaid card. */
    PREPAID_CARD("prepaid_card", true),
    /** Money that was paid in. */
    CASH("cash", true),
    /** Below zero: what is owed (billing rules 6.1, step 5). */
    ARREARS("arrears", true),
    /** Where vouchers come from. */
    GRANTED("granted", false),
    /** Where recharges and the price of cards come from. */
    BANK("bank", false),
    /** Where the rest of expired instruments goes. */
    EXPIRED("expired", false),
    /** What daily bills amount to. */
    BILLED("billed", false),
    /** What a cloud account pays. */
    VENDOR("vendor", false);

    private final String code;
    private final boolean owned;

    LedgerAccount(String code, boolean owned) {
        this.code = code;
        this.owned = owned;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /** Whether it belongs to the account. */
    public boolean isOwned() {
        return owned;
    }

    /** The constant of that code, if there is one. */
    public static Optional<LedgerAccount> ofCode(String code) {
        return Stream.of(values()).filter(side -> side.code.equals(code)).findFirst();
    }
}
