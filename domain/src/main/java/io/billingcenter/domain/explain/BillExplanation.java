package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * A daily bill, and how it is paid (billing rules 6.1).
 *
 * @param total the sum of its postings
 * @param shares what is paid of each workspace's part; empty as long as the bill is not settled
 * @param movements its legs in the ledger, in the order they were made
 */
public record BillExplanation(
        BillingDay postedDay,
        BillingAccountId account,
        SettlementMethod settlement,
        Money total,
        List<Share> shares,
        List<Leg> movements) {

    /**
     * What one workspace has on the bill that vouchers may, or may not, pay.
     *
     * @param workspace empty for what the account owes without one
     */
    public record Share(
            String workspace, boolean eligible, Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed) {

        /** The parts together. */
        public Money total() {
            return voucher.plus(prepaidCard).plus(cash).plus(cloud).plus(owed);
        }
    }

    /** One leg of a ledger entry. */
    public record Leg(String request, BillingDay day, String side, String instrument, Money amount) {}
}
