package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the amounts owed on two sides, from the total of a currency down to single lines, and gives a reason for
 * every difference.
 */
public final class Comparison {

    /**
     * One side of the comparison.
     *
     * @param plans plans by workspace, including workspaces that only the other side has
     */
    public record Side(List<ComparedLine> lines, Map<WorkspaceId, String> plans) {}

    /** The part of a key that does not depend on the paying account. */
    private record Item(
            @Nullable WorkspaceId workspace, @Nullable MeterTier tier, PostingKind kind) {

        static Item of(ComparedLine.Key key) {
            return new Item(key.workspace(), key.tier(), key.kind());
        }
    }

    private static final SortedSet<BigDecimal> NO_PRICES = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final Side left;
    private final Side right;
    private final SortedMap<ComparedLine.Key, ComparedLine> leftLines;
    private final SortedMap<ComparedLine.Key, ComparedLine> rightLines;
    private final Set<Item> leftItems = new HashSet<>();
    private final Set<Item> rightItems = new HashSet<>();

    private Comparison(Side left, Side right) {
        this.left = left;
        this.right = right;
        this.leftLines = byKey(left.lines());
        this.rightLines = byKey(right.lines());
        leftLines.keySet().forEach(key -> leftItems.add(Item.of(key)));
        rightLines.keySet().forEach(key -> rightItems.add(Item.of(key)));
    }

    /** Returns the differences by currency; empty if both sides are equal. */
    public static List<Difference> between(Side left, Side right) {
        return new Comparison(left, right).totals();
    }

    private static SortedMap<ComparedLine.Key, ComparedLine> byKey(Collection<ComparedLine> lines) {
        SortedMap<ComparedLine.Key, ComparedLine> byKey = new TreeMap<>();
        lines.forEach(line -> byKey.merge(line.key(), line, ComparedLine::plus));
        return byKey;
    }

    private List<Difference> totals() {
        SortedSet<ComparedLine.Key> keys = new TreeSet<>(leftLines.keySet());
        keys.addAll(rightLines.keySet());
        return grouped(DifferenceLevel.TOTAL, keys, key -> key.currency().getCurrencyCode(), this::accounts);
    }

    private List<Difference> accounts(Collection<ComparedLine.Key> keys) {
        return grouped(DifferenceLevel.ACCOUNT, keys, key -> key.account().value(), this::workspaces);
    }

    private List<Difference> workspaces(Collection<ComparedLine.Key> keys) {
        return grouped(DifferenceLevel.WORKSPACE, keys, ComparedLine.Key::workspaceText, this::lines);
    }

    /** Groups the keys for one level of the tree and keeps the groups that contain a difference. */
    private List<Difference> grouped(
            DifferenceLevel level,
            Collection<ComparedLine.Key> keys,
            Function<ComparedLine.Key, String> name,
            Function<Collection<ComparedLine.Key>, List<Difference>> parts) {
        SortedMap<String, List<ComparedLine.Key>> groups = new TreeMap<>();
        keys.forEach(key -> groups.computeIfAbsent(name.apply(key), group -> new ArrayList<>())
                .add(key));
        List<Difference> differences = new ArrayList<>();
        groups.forEach((group, members) -> {
            List<Difference> differing = parts.apply(members);
            if (!differing.isEmpty()) {
                differences.add(new Difference(
                        level, group, sum(leftLines, members), sum(rightLines, members), differing, null));
            }
        });
        return List.copyOf(differences);
    }

    private static Money sum(Map<ComparedLine.Key, ComparedLine> lines, List<ComparedLine.Key> keys) {
        return keys.stream()
                .map(key -> amount(lines.get(key), key))
                .reduce(Money.zero(keys.get(0).currency()), Money::plus);
    }

    private List<Difference> lines(Collection<ComparedLine.Key> keys) {
        List<Difference> differences = new ArrayList<>();
        for (ComparedLine.Key key : keys) {
            ComparedLine before = leftLines.get(key);
            ComparedLine after = rightLines.get(key);
            Set<DifferenceReason> reasons = reasons(key, before, after);
            if (!reasons.isEmpty()) {
                Difference.Lines lines = new Difference.Lines(
                        before == null ? BigDecimal.ZERO : before.quantity(),
                        after == null ? BigDecimal.ZERO : after.quantity(),
                        before == null ? NO_PRICES : before.unitPrices(),
                        after == null ? NO_PRICES : after.unitPrices(),
                        Collections.unmodifiableSet(reasons));
                differences.add(new Difference(
                        DifferenceLevel.LINE,
                        key.itemName(),
                        amount(before, key),
                        amount(after, key),
                        List.of(),
                        lines));
            }
        }
        return List.copyOf(differences);
    }

    private static Money amount(@Nullable ComparedLine line, ComparedLine.Key key) {
        return line == null ? Money.zero(key.currency()) : line.amount();
    }

    private Set<DifferenceReason> reasons(
            ComparedLine.Key key, @Nullable ComparedLine before, @Nullable ComparedLine after) {
        Set<DifferenceReason> reasons = EnumSet.noneOf(DifferenceReason.class);
        if (before != null && after != null) {
            addReasons(reasons, before, after);
        } else {
            Item item = Item.of(key);
            // The item exists on both sides under different keys, so only the paying account has changed.
            if (leftItems.contains(item) && rightItems.contains(item)) {
                reasons.add(DifferenceReason.ACCOUNT);
            } else {
                reasons.add(before == null ? DifferenceReason.NEW : DifferenceReason.GONE);
            }
        }
        if (!reasons.isEmpty() && key.kind() == PostingKind.ADJUSTMENT) {
            reasons.add(DifferenceReason.ADJUSTMENT);
        }
        if (!reasons.isEmpty() && key.kind() == PostingKind.CREDIT) {
            reasons.add(DifferenceReason.CREDIT);
        }
        if (!reasons.isEmpty() && hasOtherPlan(key.workspace())) {
            reasons.add(DifferenceReason.PLAN);
        }
        return reasons;
    }

    private static void addReasons(Set<DifferenceReason> reasons, ComparedLine before, ComparedLine after) {
        boolean otherQuantity = before.quantity().compareTo(after.quantity()) != 0;
        boolean otherPrice = !before.unitPrices().equals(after.unitPrices());
        if (otherQuantity) {
            reasons.add(DifferenceReason.QUANTITY);
        }
        if (otherPrice) {
            reasons.add(DifferenceReason.PRICE);
        }
        if (!otherQuantity && !otherPrice && !before.amount().equals(after.amount())) {
            reasons.add(DifferenceReason.ROUNDING);
        }
    }

    private boolean hasOtherPlan(@Nullable WorkspaceId workspace) {
        return workspace != null
                && !Objects.equals(left.plans().get(workspace), right.plans().get(workspace));
    }
}
