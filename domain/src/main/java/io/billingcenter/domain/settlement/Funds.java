package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a wallet has cash, cards or vouchers, taken after the grants, purchases, recharges and expiries of
 * a day and before its bills. The rating of a night therefore does not depend on the bills of that night, and a repeat
 * sees the same funds.
 */
public final class Funds {

    private final TreeMap<BillingDay, Boolean> fromDay = new TreeMap<>();
    private @Nullable Money sum;
    private @Nullable BillingDay billedDay;

    /**
     * Adds a ledger entry of cash, a card or a voucher. Entries must be added in ledger order.
     *
     * @param bill whether the entry pays or refunds a bill
     */
    public void add(BillingDay day, boolean bill, Money amount) {
        Money before = sum == null ? amount.minus(amount) : sum;
        // The first bill of a day marks the point after incoming money and before payments, which is the state that
        // counts.
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

    /** Records the opening balance of a day that has not been settled yet. */
    public void addUnsettledDay(BillingDay day, WalletState state) {
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
