package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * A daily bill with its payment (billing rules 6.1).
 *
 * @param total sum of its postings
 * @param shares payment of each share; empty if the bill is not settled yet
 * @param movements legs of the bill in the ledger, in the order of recording
 */
public record BillExplanation(
        BillingDay postedDay,
        BillingAccountId account,
        SettlementMethod settlement,
        Money total,
        List<Share> shares,
        List<Leg> movements) {

    /**
     * The share of a workspace in the bill, either of the lines that vouchers may pay or of the others.
     *
     * @param workspace id of the workspace; empty for amounts the account owes without one
     */
    public record Share(
            String workspace, boolean eligible, Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed) {

        /** Returns the sum of the parts. */
        public Money total() {
            return voucher.plus(prepaidCard).plus(cash).plus(cloud).plus(owed);
        }
    }

    /** One leg of a ledger request. */
    public record Leg(String request, BillingDay day, String side, String instrument, Money amount) {}
}
