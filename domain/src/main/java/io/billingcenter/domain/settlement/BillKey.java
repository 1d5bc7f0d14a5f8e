package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;

/** The key of a daily bill of a wallet: the postings of a day that are paid by one method. */
public record BillKey(BillingDay postedDay, SettlementMethod settlement) implements Comparable<BillKey> {

    private static final Comparator<BillKey> ORDER =
            Comparator.comparing(BillKey::postedDay).thenComparing(BillKey::settlement);

    @Override
    public int compareTo(BillKey other) {
        return ORDER.compare(this, other);
    }
}
