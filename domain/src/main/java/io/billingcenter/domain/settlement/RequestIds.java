package io.billingcenter.domain.settlement;

/** The ids of movements: the same for the same cause, whatever is repeated, and never the same for two. */
public final class RequestIds {

    private RequestIds() {}

    /** A voucher was granted. */
    public static String grant(String voucher) {
        return LedgerEntryType.GRANT.code() + ":" + voucher;
    }

    /** A card was bought. */
    public static String purchase(String card) {
        return LedgerEntryType.PURCHASE.code() + ":" + card;
    }

    /** Money was paid in. */
    public static String recharge(String recharge) {
        return LedgerEntryType.RECHARGE.code() + ":" + recharge;
    }

    static String expire(Instrument instrument, int number) {
        return String.join(
                ":",
                LedgerEntryType.EXPIRE.code(),
                instrument.kind().side().code(),
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
