package io.billingcenter.domain.settlement;

/** The classes of payment sources, in the order in which they pay (billing rules 6.1). */
enum PaymentSource {
    VOUCHER,
    PREPAID_CARD,
    CASH,
    CLOUD,
    OWED;

    static PaymentSource of(LedgerAccount ledgerAccount) {
        return switch (ledgerAccount) {
            case VOUCHER -> VOUCHER;
            case PREPAID_CARD -> PREPAID_CARD;
            case CASH -> CASH;
            case VENDOR -> CLOUD;
            case ARREARS -> OWED;
            case GRANTED, BANK, EXPIRED, BILLED ->
                throw new IllegalArgumentException(
                        "Expected a ledger account that pays bills, found " + ledgerAccount.code());
        };
    }

    /** Returns the ledger account that the money comes from. */
    LedgerAccount ledgerAccount() {
        return switch (this) {
            case VOUCHER -> LedgerAccount.VOUCHER;
            case PREPAID_CARD -> LedgerAccount.PREPAID_CARD;
            case CASH -> LedgerAccount.CASH;
            case CLOUD -> LedgerAccount.VENDOR;
            case OWED -> LedgerAccount.ARREARS;
        };
    }
}
