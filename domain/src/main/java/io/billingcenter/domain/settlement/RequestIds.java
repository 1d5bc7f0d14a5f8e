package io.billingcenter.domain.settlement;

/**
 * Ids of ledger requests. The same cause always has the same id, however often it is repeated, and no two causes share
 * one.
 */
public final class RequestIds {

    private RequestIds() {}

    /** Returns the id of the grant of a voucher. */
    public static String grant(String voucher) {
        return LedgerEntryType.GRANT.code() + ":" + voucher;
    }

    /** Returns the id of the purchase of a card. */
    public static String purchase(String card) {
        return LedgerEntryType.PURCHASE.code() + ":" + card;
    }

    /** Returns the id of a recharge. */
    public static String recharge(String recharge) {
        return LedgerEntryType.RECHARGE.code() + ":" + recharge;
    }

    static String expire(Instrument instrument, int number) {
        return String.join(
                ":",
                LedgerEntryType.EXPIRE.code(),
                instrument.kind().ledgerAccount().code(),
                instrument.id(),
                Integer.toString(number));
    }

    static String clear(String event) {
        return LedgerEntryType.CLEAR.code() + ":" + event;
    }

    static String bill(WalletKey wallet, BillKey bill, int number) {
        return String.join(
                ":",
                LedgerEntryType.BILL.code(),
                bill.postedDay().toString(),
                bill.settlement().code(),
                wallet.account().value(),
                wallet.currency().getCurrencyCode(),
                Integer.toString(number));
    }
}
