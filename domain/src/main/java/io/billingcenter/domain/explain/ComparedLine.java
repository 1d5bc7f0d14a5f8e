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
 * What an account owes for one thing, added up over what is compared.
 *
 * @param quantity in base units
 * @param unitPrices every price that was applied
 */
public record ComparedLine(Key key, BigDecimal quantity, SortedSet<BigDecimal> unitPrices, Money amount) {

    /**
     * What is owed for.
     *
     * @param workspace null for what belongs to an account alone
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

        /** Empty for what belongs to an account alone. */
        public String workspaceText() {
            return workspace == null ? "" : workspace.value();
        }

        /** The meter and its tier, or the kind of a fee without them. */
        public String what() {
            String item = tier == null ? "" : tier.toString();
            boolean ofUsage = kind == PostingKind.USAGE;
            return ofUsage ? item : (item + " " + kind.code()).trim();
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Keeps a copy of the prices, by their values. */
    public ComparedLine {
        SortedSet<BigDecimal> copy = new TreeSet<>(unitPrices);
        unitPrices = Collections.unmodifiableSortedSet(copy);
    }

    /** Both together; they are for the same. */
    public ComparedLine plus(ComparedLine other) {
        SortedSet<BigDecimal> prices = new TreeSet<>(unitPrices);
        prices.addAll(other.unitPrices);
        return new ComparedLine(key, quantity.add(other.quantity), prices, amount.plus(other.amount));
    }
}
