package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Posts by difference: the current charges of a workspace-day, less the amounts posted for it before. A repeat posts
 * nothing, late data posts an adjustment, and a changed binding takes the amount from one account and gives it to the
 * other (reading Q31).
 */
public final class PostingCalculator {

    private PostingCalculator() {}

    /**
     * Returns the postings that bring a workspace-day from the amounts posted to its current charges.
     *
     * @param postedDay day under which the postings are made
     * @param now rating in force; a held workspace-day posts nothing
     * @param before all earlier postings of the workspace-day, oldest first
     */
    public static List<Posting> difference(
            BillingDay postedDay, WorkspaceDay workspaceDay, Rating now, List<Posting> before) {
        if (now instanceof Rating.Held) {
            return List.of();
        }
        // The key contains the account and the settlement method. If a binding changed, the old key has postings
        // without a charge and is reversed, and the new key has a charge without postings.
        Map<PostingKey, Charge> charges = chargesByKey(now);
        Map<PostingKey, Posted> posted = new HashMap<>();
        before.forEach(posting -> posted.merge(posting.key(), Posted.of(posting), Posted::plus));
        Set<PostingKey> keys = new TreeSet<>(charges.keySet());
        keys.addAll(posted.keySet());

        PostingKind kind = before.isEmpty() ? PostingKind.USAGE : PostingKind.ADJUSTMENT;
        Ordinals ordinals = new Ordinals(before);
        List<Posting> postings = new ArrayList<>();
        for (PostingKey key : keys) {
            Posting posting =
                    difference(postedDay, workspaceDay, key, kind, charges.get(key), posted.get(key), ordinals);
            if (posting != null) {
                postings.add(posting);
            }
        }
        return List.copyOf(postings);
    }

    private static @Nullable Posting difference(
            BillingDay postedDay,
            WorkspaceDay workspaceDay,
            PostingKey key,
            PostingKind kind,
            @Nullable Charge charge,
            @Nullable Posted posted,
            Ordinals ordinals) {
        BigDecimal quantity = (charge == null ? BigDecimal.ZERO : charge.quantity())
                .subtract(posted == null ? BigDecimal.ZERO : posted.quantity());
        Money nothing = Money.zero(key.currency());
        Money amount = (charge == null ? nothing : charge.amount()).minus(posted == null ? nothing : posted.amount());
        // A charge that was never posted gives a line even if its amount is 0.00.
        boolean nothingChanged = posted != null && quantity.signum() == 0 && amount.isZero();
        if (nothingChanged) {
            return null;
        }
        BigDecimal unitPrice;
        BillingDay priceVersion;
        if (charge != null) {
            unitPrice = charge.unitPrice();
            priceVersion = charge.priceVersion();
        } else {
            // Nothing is charged under this key any more, so the reversal repeats the price of the last posting.
            Posting last = java.util.Objects.requireNonNull(posted).last();
            unitPrice = last.unitPrice();
            priceVersion = last.priceVersion();
        }
        return new Posting(
                postedDay, workspaceDay, key, kind, ordinals.next(key), quantity, unitPrice, priceVersion, amount);
    }

    private static Map<PostingKey, Charge> chargesByKey(Rating rating) {
        Map<PostingKey, Charge> charges = new HashMap<>();
        if (rating instanceof Rating.Charged charged) {
            for (Charge charge : charged.charges()) {
                charges.put(
                        new PostingKey(
                                charged.account(),
                                charged.settlement(),
                                charge.exact().currency(),
                                charge.tier()),
                        charge);
            }
        }
        return charges;
    }

    /** The sum of the earlier postings under one key. */
    private record Posted(BigDecimal quantity, Money amount, Posting last) {

        static Posted of(Posting posting) {
            return new Posted(posting.quantity(), posting.amount(), posting);
        }

        Posted plus(Posted later) {
            return new Posted(quantity.add(later.quantity), amount.plus(later.amount), later.last);
        }
    }

    /**
     * Assigns the ordinals of postings. The settlement method is not part of the scope, because a posting id does not
     * contain it.
     */
    private static final class Ordinals {

        private record Scope(Object account, Object currency, Object tier) {}

        private final Map<Scope, Integer> last = new HashMap<>();

        Ordinals(List<Posting> before) {
            before.forEach(posting -> last.merge(scopeOf(posting.key()), posting.ordinal(), Math::max));
        }

        int next(PostingKey key) {
            return last.merge(scopeOf(key), 1, Integer::sum);
        }

        private static Scope scopeOf(PostingKey key) {
            return new Scope(key.account(), key.currency(), key.tier());
        }
    }
}
