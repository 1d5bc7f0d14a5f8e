package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * The events of a wallet that have not taken effect yet, all of its account and in its currency.
 *
 * @param allocated payments of bills that were settled before payments were kept by line, now allocated to their
 *     lines
 */
public record WalletEvents(
        List<Voucher> vouchers,
        List<PrepaidCard> cards,
        List<Recharge> recharges,
        List<BillingDay> unlocks,
        List<BillChange> bills,
        List<LinePayment> allocated) {

    /** No events. */
    public static final WalletEvents NONE =
            new WalletEvents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Keeps copies of the lists. */
    public WalletEvents {
        vouchers = List.copyOf(vouchers);
        cards = List.copyOf(cards);
        recharges = List.copyOf(recharges);
        unlocks = List.copyOf(unlocks);
        bills = List.copyOf(bills);
        allocated = List.copyOf(allocated);
    }
}
