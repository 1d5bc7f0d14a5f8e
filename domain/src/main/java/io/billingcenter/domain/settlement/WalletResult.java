package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * What a settlement did to a wallet.
 *
 * @param before the wallet as it was
 * @param after the wallet as it is now
 * @param changedSources the sources that are not as they were, also those of which nothing is left
 * @param unlocks days of the unlocks that have been looked at
 */
public record WalletResult(
        WalletState before,
        WalletState after,
        List<LedgerEntry> entries,
        List<BillSource> changedSources,
        List<SharePayment> payments,
        List<MarketplaceRecord> marketplace,
        List<StatePeriod> periods,
        List<AccountNotice> notices,
        List<BillingDay> unlocks) {

    /** Keeps copies of the lists. */
    public WalletResult {
        entries = List.copyOf(entries);
        changedSources = List.copyOf(changedSources);
        payments = List.copyOf(payments);
        marketplace = List.copyOf(marketplace);
        periods = List.copyOf(periods);
        notices = List.copyOf(notices);
        unlocks = List.copyOf(unlocks);
    }

    /** The instruments that are not as they were. */
    public List<HeldInstrument> changedInstruments() {
        return after.instruments().stream()
                .filter(instrument -> !before.instruments().contains(instrument))
                .toList();
    }
}
