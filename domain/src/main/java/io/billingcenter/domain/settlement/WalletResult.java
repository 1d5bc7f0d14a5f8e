package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * The result of settling a wallet.
 *
 * @param before the wallet before the settlement
 * @param after the wallet after the settlement
 * @param changedBills bills whose debt has changed, including those with nothing owed any more
 * @param unlocks days of the unlocks that were handled
 */
public record WalletResult(
        WalletState before,
        WalletState after,
        List<LedgerEntry> entries,
        List<OwedBill> changedBills,
        List<SharePayment> payments,
        List<LinePayment> linePayments,
        List<MarketplaceRecord> marketplace,
        List<StatePeriod> periods,
        List<AccountNotice> notices,
        List<BillingDay> unlocks) {

    /** Keeps copies of the lists. */
    public WalletResult {
        entries = List.copyOf(entries);
        changedBills = List.copyOf(changedBills);
        payments = List.copyOf(payments);
        linePayments = List.copyOf(linePayments);
        marketplace = List.copyOf(marketplace);
        periods = List.copyOf(periods);
        notices = List.copyOf(notices);
        unlocks = List.copyOf(unlocks);
    }

    /** Returns the instruments whose balance or number of expiries has changed. */
    public List<InstrumentBalance> changedInstruments() {
        return after.instruments().stream()
                .filter(instrument -> !before.instruments().contains(instrument))
                .toList();
    }
}
