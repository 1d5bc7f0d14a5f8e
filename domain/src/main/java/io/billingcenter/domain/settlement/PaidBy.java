package io.billingcenter.domain.settlement;

/** The classes of sources, in the order in which they pay (billing rules 6.1). */
enum PaidBy {
    VOUCHER,
    PREPAID_CARD,
    CASH,
    CLOUD,
    OWED;

    static PaidBy of(LedgerSide side) {
        return switch (side) {
            case VOUCHER -> VOUCHER;
            case PREPAID_CARD -> PREPAID_CARD;
            case CASH -> CASH;
            case VENDOR -> CLOUD;
            case ARREARS -> OWED;
            case GRANTED, BANK, EXPIRED, BILLED ->
                throw new IllegalArgumentException("Expected a side that pays bills, found " + side.code());
        };
    }

    /** The side of the ledger that the money comes from. */
    LedgerSide side() {
        return switch (this) {
            case VOUCHER -> LedgerSide.VOUCHER;
            case PREPAID_CARD -> LedgerSide.PREPAID_CARD;
            case CASH -> LedgerSide.CASH;
            case CLOUD -> LedgerSide.VENDOR;
            case OWED -> LedgerSide.ARREARS;
        };
    }
}
