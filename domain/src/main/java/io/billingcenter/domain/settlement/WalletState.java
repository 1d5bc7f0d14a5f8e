package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wallet between two runs.
 *
 * @param settledDay last day that was settled, on which late events of earlier days take effect; null before the first
 * @param lastNumber number of its last ledger entry; 0 before the first
 * @param instruments those of which something is left, and those that {@code sources} name
 * @param owedBills the bills for which something is owed
 * @param sources what lines were paid from, or are owed, as far as events may change it: of lines that are given
 *     something back;     and what is owed for all lines where it may be cleared; in no order
 * @param standing its last period; null when it was always active
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

    /** A wallet in which nothing has happened yet. */
    public static WalletState empty(WalletKey key) {
        return new WalletState(key, null, 0, List.of(), Money.zero(key.currency()), List.of(), List.of(), null);
    }

    /** The sum of what is still owed. */
    public Money owed() {
        return owedBills.stream().map(OwedBill::owed).reduce(Money.zero(key.currency()), Money::plus);
    }
}
