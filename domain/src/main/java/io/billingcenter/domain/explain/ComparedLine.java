package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The amount that an account owes for one item, added up over the period compared.
 *
 * @param quantity quantity in base units
 * @param unitPrices all prices that were applied
 */
public record ComparedLine(Key key, BigDecimal quantity, SortedSet<BigDecimal> unitPrices, Money amount) {

    /**
     * The item that an account owes for.
     *
     * @param workspace null for items that belong to the account only
     * @param tier null for a package
     */
    public record Key(
            BillingAccountId account,
            Currency currency,
            @Nullable WorkspaceId workspace,
            @Nullable MeterTier tier,
            PostingKind kind)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.currency().getCurrencyCode())
                .thenComparing(Key::account)
                .thenComparing(Key::workspaceText)
                .thenComparing(Key::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::kind);

        /** Returns the id of the workspace; empty for items that belong to the account only. */
        public String workspaceText() {
            return workspace == null ? "" : workspace.value();
        }

        /** Returns the meter with its tier, or the kind of a fee without a meter. */
        public String itemName() {
            String item = tier == null ? "" : tier.toString();
            boolean ofUsage = kind == PostingKind.USAGE;
            return ofUsage ? item : (item + " " + kind.code()).trim();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Copies the prices and orders them by value. */
    public ComparedLine {
        SortedSet<BigDecimal> copy = new TreeSet<>(unitPrices);
        unitPrices = Collections.unmodifiableSortedSet(copy);
    }

    /** Returns the sum of two lines of the same key. */
    public ComparedLine plus(ComparedLine other) {
        SortedSet<BigDecimal> prices = new TreeSet<>(unitPrices);
        prices.addAll(other.unitPrices);
        return new ComparedLine(key, quantity.add(other.quantity), prices, amount.plus(other.amount));
    }
}
