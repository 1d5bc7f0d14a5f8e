package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account may pay with besides cash, in the order in which they pay (billing rules 6.1). */
public enum InstrumentKind {
    /** A voucher that was granted. */
    ORDINARY_VOUCHER("ordinary", LedgerAccount.VOUCHER),
    /** A voucher that came with the purchase of a card. */
    FULL_REDUCTION_VOUCHER("full_reduction", LedgerAccount.VOUCHER),
    /** A prepaid card. */
    PREPAID_CARD("card", LedgerAccount.PREPAID_CARD);

    private final String code;
    private final LedgerAccount side;

    InstrumentKind(String code, LedgerAccount side) {
        this.code = code;
        this.side = side;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /** The side of the ledger on which it lies. */
    public LedgerAccount side() {
        return side;
    }

    /** The constant of that code, if there is one. */
    public static Optional<InstrumentKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
