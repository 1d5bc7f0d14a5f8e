package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of instrument an account can pay with besides cash, in the order in which they pay (billing rules 6.1). */
public enum InstrumentKind {
    /** A voucher that was granted on its own. */
    ORDINARY_VOUCHER("ordinary", LedgerAccount.VOUCHER),
    /** A voucher that came with the purchase of a card. */
    FULL_REDUCTION_VOUCHER("full_reduction", LedgerAccount.VOUCHER),
    /** A prepaid card. */
    PREPAID_CARD("card", LedgerAccount.PREPAID_CARD);

    private final String code;
    private final LedgerAccount ledgerAccount;

    InstrumentKind(String code, LedgerAccount ledgerAccount) {
        this.code = code;
        this.ledgerAccount = ledgerAccount;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns the ledger account that holds the balance of the instrument. */
    public LedgerAccount ledgerAccount() {
        return ledgerAccount;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<InstrumentKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
