package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a wallet between two runs.
 *
 * @param settledDay last settled day, on which late events of earlier days take effect; null before the first
 *     settlement
 * @param lastNumber number of the last ledger entry; 0 before the first
 * @param instruments instruments with a balance, and those that {@code sources} name
 * @param owedBills bills with a debt
 * @param sources payments that pending events can change, in no particular order: those of lines with a decrease,
 *     and the debts of all lines if arrears can be cleared
 * @param standing last period of the standing; null if the account was always active
 */
public record WalletState(
        WalletKey key,
        @Nullable BillingDay settledDay,
        long lastNumber,
        List<InstrumentBalance> instruments,
        Money cash,
        List<OwedBill> owedBills,
        List<LineSource> sources,
        @Nullable StatePeriod standing) {

    /** Keeps copies of the lists. */
    public WalletState {
        instruments = List.copyOf(instruments);
        owedBills = List.copyOf(owedBills);
        sources = List.copyOf(sources);
    }

    /** Returns a wallet in which nothing has happened yet. */
    public static WalletState empty(WalletKey key) {
        return new WalletState(key, null, 0, List.of(), Money.zero(key.currency()), List.of(), List.of(), null);
    }

    /** Returns the sum of all debts. */
    public Money owed() {
        return owedBills.stream().map(OwedBill::owed).reduce(Money.zero(key.currency()), Money::plus);
    }
}
