package io.billingcenter.domain.settlement;

/** Why money moved. */
public enum LedgerEntryType {
    /** A voucher was granted. */
    GRANT("grant"),
    /** A prepaid card was bought. */
    PURCHASE("purchase"),
    /** Money was paid in. */
    RECHARGE("recharge"),
    /** The rest of an instrument became void. */
    EXPIRE("expire"),
    /** Arrears were paid. */
    CLEAR("clear"),
    /** A daily bill was paid, or part of one was given back. */
    BILL("bill");

    private final String code;

    LedgerEntryType(String code) {
        this.code = code;
    }

    /** The name in tables and at the beginning of a request id. */
    public String code() {
        return code;
    }
}
