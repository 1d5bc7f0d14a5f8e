package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the usage of a workspace-day: charged, free of charge, or held. */
public sealed interface Rating {

    /** Every usage that has a price, charged to one account. */
    record Charged(BillingAccountId account, SettlementMethod settlement, List<Charge> charges) implements Rating {}

    /** The plan charges nothing, or there was no usage. */
    record Free() implements Rating {}

    /**
     * A hold: something is missing or unusual; nothing is charged, and what was posted stays.
     *
     * @param withheld what would be charged; null when that cannot be said
     */
    record Held(List<Hold> holds, @Nullable Charged withheld) implements Rating {

        /** A hold whose charge cannot be calculated. */
        public Held(List<Hold> holds) {
            this(holds, null);
        }
    }
}
