package io.billingcenter.domain.settlement;

/** The causes of ledger entries. */
public enum LedgerEntryType {
    /** The grant of a voucher. */
    GRANT("grant"),
    /** The purchase of a prepaid card. */
    PURCHASE("purchase"),
    /** The payment of cash into the wallet. */
    RECHARGE("recharge"),
    /** The expiry of the remaining amount of an instrument. */
    EXPIRE("expire"),
    /** The clearing of arrears. */
    CLEAR("clear"),
    /** The payment of a daily bill, or a refund of part of it. */
    BILL("bill");

    private final String code;

    LedgerEntryType(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables and as the prefix of request ids. */
    public String code() {
        return code;
    }
}
