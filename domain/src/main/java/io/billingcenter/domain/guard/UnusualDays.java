package io.billingcenter.domain.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account-days held as unusual, for the rating of their workspace-days. */
public final class UnusualDays {

    /** An account and a billing day. */
    public record Key(BillingAccountId account, BillingDay day) {}

    private final Map<Key, String> details;

    /**
     * Creates the set of held account-days.
     *
     * @param details description of each, for people
     */
    public UnusualDays(Map<Key, String> details) {
        this.details = Map.copyOf(details);
    }

    /** Returns whether no account-day is held. */
    public boolean isEmpty() {
        return details.isEmpty();
    }

    /** Returns the rating, or the hold that replaces it. Any other hold takes precedence. */
    public Rating applyTo(Rating rating, BillingDay day) {
        if (rating instanceof Rating.Charged charged) {
            String detail = detail(charged.account(), day);
            if (detail != null) {
                return new Rating.Held(List.of(new Hold(HoldReason.UNUSUAL, null, detail)), charged);
            }
        }
        return rating;
    }

    /** Returns the contribution to the terms of a rating; empty if the account-day is not held. */
    public String terms(BillingAccountId account, BillingDay day) {
        String detail = detail(account, day);
        return detail == null ? "" : "|unusual=" + detail;
    }

    private @Nullable String detail(BillingAccountId account, BillingDay day) {
        return details.get(new Key(account, day));
    }
}
