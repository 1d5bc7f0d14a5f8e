package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a wallet has cash, cards or vouchers: after grants, purchases, recharges and expiries of the day,
 * and before its bills. So what a night rates does not depend on that night's own bills, and a repeat finds what the
 * night found.
 */
public final class Funds {

    private final TreeMap<BillingDay, Boolean> fromDay = new TreeMap<>();
    private @Nullable Money sum;
    private @Nullable BillingDay billedDay;

    /**
     * Adds an entry of the ledger of cash, a card or a voucher; entries come in their order.
     *
     * @param bill whether it pays a bill or gives back of one
     */
    public void add(BillingDay day, boolean bill, Money amount) {
        Money before = sum == null ? amount.minus(amount) : sum;
        if (bill && !day.equals(billedDay)) {
            billedDay = day;
            fromDay.put(day, before.isPositive());
        }
        Money after = before.plus(amount);
        sum = after;
        if (!day.equals(billedDay)) {
            fromDay.put(day, after.isPositive());
        }
        fromDay.put(day.plusDays(1), after.isPositive());
    }

    /** Notes the balance with which a day begins that is not settled yet. */
    public void ahead(BillingDay day, WalletState state) {
        boolean any = state.cash().isPositive()
                || state.instruments().stream().anyMatch(held -> held.balance().isPositive());
        fromDay.put(day, any);
    }

    /** Returns whether the wallet has funds on the day. */
    public boolean on(BillingDay day) {
        Map.Entry<BillingDay, Boolean> last = fromDay.floorEntry(day);
        return last != null && last.getValue();
    }
}
