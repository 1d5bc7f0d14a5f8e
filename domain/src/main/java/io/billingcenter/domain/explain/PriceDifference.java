package io.billingcenter.domain.explain;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the prices of two price books.
 *
 * @param left price of the left book; null if it does not offer the position
 * @param right price of the right book; null if it does not offer the position
 */
public record PriceDifference(
        Position position,
        @Nullable BigDecimal left,
        @Nullable BigDecimal right) {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::tier)
            .thenComparing(Position::group)
            .thenComparing(position -> position.currency().getCurrencyCode());

    /** Returns the reason: a changed price, a new one or a removed one. */
    public DifferenceReason reason() {
        if (left == null) {
            return DifferenceReason.NEW;
        }
        return right == null ? DifferenceReason.GONE : DifferenceReason.PRICE;
    }

    /** Returns the differences by meter, tier, site group and currency. */
    public static List<PriceDifference> between(PriceBook left, PriceBook right) {
        SortedSet<Position> positions = new TreeSet<>(ORDER);
        positions.addAll(left.prices().keySet());
        positions.addAll(right.prices().keySet());
        return positions.stream()
                .map(position -> new PriceDifference(
                        position, left.prices().get(position), right.prices().get(position)))
                .filter(PriceDifference::differs)
                .toList();
    }

    private boolean differs() {
        return left == null || right == null || left.compareTo(right) != 0;
    }
}
