package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.usage.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rating of a workspace-day, as stored.
 *
 * @param outcome outcome of the rating
 * @param current whether this is the rating in force
 */
public record RatingExplanation(
        int rating,
        int revision,
        RatingOutcome outcome,
        @Nullable BillingAccountId account,
        @Nullable SettlementMethod settlement,
        boolean current,
        List<Usage> usage,
        List<Charge> charges,
        List<Hold> holds) {

    /** Returns the sum of the charges; empty if there are none. */
    public Optional<Money> total() {
        return charges.stream().map(Charge::amount).reduce(Money::plus);
    }
}
