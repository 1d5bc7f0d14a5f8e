package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rating of the usage of a workspace-day: charged, free of charge, or held. */
public sealed interface Rating {

    /** Returns the outcome without its details. */
    RatingOutcome outcome();

    /** All usage with a price is charged to one account. */
    record Charged(BillingAccountId account, SettlementMethod settlement, List<Charge> charges) implements Rating {

        @Override
        public RatingOutcome outcome() {
            return RatingOutcome.CHARGED;
        }
    }

    /** The plan charges nothing, or there is no usage. */
    record Free() implements Rating {

        @Override
        public RatingOutcome outcome() {
            return RatingOutcome.FREE;
        }
    }

    /**
     * A required fact is missing or the charges are unusual; nothing is charged, and earlier postings stay.
     *
     * @param withheld charges that are withheld; null if they cannot be calculated
     */
    record Held(List<Hold> holds, @Nullable Charged withheld) implements Rating {

        /** Creates a hold whose charges cannot be calculated. */
        public Held(List<Hold> holds) {
            this(holds, null);
        }

        @Override
        public RatingOutcome outcome() {
            return RatingOutcome.HELD;
        }
    }
}
