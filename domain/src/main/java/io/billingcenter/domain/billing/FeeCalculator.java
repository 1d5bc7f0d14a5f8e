package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts fees by difference, in the same way as {@link PostingCalculator} posts usage: the fees that fall due on a
 * billing day by an agreement, less the amounts posted for it before. A repeat posts nothing, and a changed or
 * withdrawn agreement leads to an adjustment.
 */
public final class FeeCalculator {

    private FeeCalculator() {}

    /**
     * Returns the postings that bring a billing day from the amounts posted to the fees due.
     *
     * @param postedDay day under which the postings are made
     * @param due fees due; a held agreement posts nothing, and its earlier postings stay
     * @param before all earlier fee postings of the billing day, oldest first
     */
    public static PostedFees difference(BillingDay postedDay, DayFees due, List<FeePosting> before) {
        Map<String, List<Fee>> now = due.fees().stream()
                .collect(Collectors.groupingBy(fee -> fee.key().agreement()));
        Map<String, List<FeePosting>> posted = before.stream()
                .collect(Collectors.groupingBy(posting -> posting.key().agreement()));
        Set<String> agreements = new TreeSet<>(now.keySet());
        agreements.addAll(posted.keySet());
        // Without this, a held agreement would look like a withdrawn one, and its earlier postings would be reversed.
        due.holds().forEach(hold -> agreements.remove(hold.agreement()));
        List<FeePosting> postings = new ArrayList<>();
        for (String agreement : agreements) {
            postings.addAll(ofAgreement(
                    postedDay, now.getOrDefault(agreement, List.of()), posted.getOrDefault(agreement, List.of())));
        }
        return new PostedFees(due.day(), List.copyOf(postings), due.holds());
    }

    private static List<FeePosting> ofAgreement(BillingDay postedDay, List<Fee> fees, List<FeePosting> before) {
        Map<FeeKey, Lines> lines = new TreeMap<>();
        fees.forEach(fee -> lines.computeIfAbsent(fee.key(), key -> new Lines()).now = fee);
        before.forEach(posting ->
                lines.computeIfAbsent(posting.key(), key -> new Lines()).posted.add(posting));
        int round = before.stream().mapToInt(FeePosting::round).max().orElse(0) + 1;
        Ordinals ordinals = new Ordinals(before);
        List<FeePosting> postings = new ArrayList<>();
        lines.forEach((key, line) -> {
            FeePosting posting = line.difference(postedDay, key, round, ordinals);
            if (posting != null) {
                postings.add(posting);
            }
        });
        return postings;
    }

    /** The fee that falls due under one key, and the earlier postings under it. */
    private static final class Lines {

        private @Nullable Fee now;
        private final List<FeePosting> posted = new ArrayList<>();

        @Nullable
        FeePosting difference(BillingDay postedDay, FeeKey key, int round, Ordinals ordinals) {
            BigDecimal quantity = now == null ? BigDecimal.ZERO : now.quantity();
            Money amount = now == null ? Money.zero(key.currency()) : now.amount();
            for (FeePosting posting : posted) {
                quantity = quantity.subtract(posting.quantity());
                amount = amount.minus(posting.amount());
            }
            if (!posted.isEmpty() && quantity.signum() == 0 && amount.isZero()) {
                return null;
            }
            // Only the first round of an agreement has the kind of its fee.
            PostingKind kind = now == null || round > 1 ? PostingKind.ADJUSTMENT : now.kind();
            BigDecimal price = now == null ? posted.get(posted.size() - 1).unitPrice() : now.unitPrice();
            return new FeePosting(postedDay, key, kind, ordinals.next(key), round, quantity, price, amount);
        }
    }

    /**
     * Assigns the ordinals of the postings of an agreement. The settlement method is not part of the scope, because a
     * posting id does not contain it.
     */
    private static final class Ordinals {

        private record Scope(Object account, Object currency, String workspace, String meter, int retentionDays) {}

        private final Map<Scope, Integer> last = new HashMap<>();

        Ordinals(List<FeePosting> before) {
            before.forEach(posting -> last.merge(scopeOf(posting.key()), posting.ordinal(), Math::max));
        }

        int next(FeeKey key) {
            return last.merge(scopeOf(key), 1, Integer::sum);
        }

        private static Scope scopeOf(FeeKey key) {
            return new Scope(key.account(), key.currency(), key.workspaceText(), key.meterText(), key.retentionDays());
        }
    }
}
