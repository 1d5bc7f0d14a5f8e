package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the charges of past usage with those it would have had at other prices. Holds sums only, not workspace-days.
 */
public final class WhatIf {

    /** The account, currency and meter of a sum. */
    public record Key(BillingAccountId account, Currency currency, Meter meter) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::account)
                .thenComparing(key -> key.currency().getCurrencyCode())
                .thenComparing(key -> key.meter().code());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The actual charge and the hypothetical one. */
    public record Line(Key key, Money before, Money after) {

        /** Returns the increase of the charge. */
        public Money difference() {
            return after.minus(before);
        }
    }

    private final SortedMap<Key, Line> lines = new TreeMap<>();
    private final List<WorkspaceDay> held = new ArrayList<>();

    /** Adds the actual charges of a key. */
    public void charged(Key key, Money amount) {
        add(key, amount, Money.zero(key.currency()));
    }

    /** Adds the hypothetical rating of a workspace-day. */
    public void wouldBe(WorkspaceDay workspaceDay, Rating rating) {
        if (rating instanceof Rating.Charged charged) {
            for (Charge charge : charged.charges()) {
                Money amount = charge.amount();
                Key key = new Key(
                        charged.account(), amount.currency(), charge.tier().meter());
                add(key, Money.zero(amount.currency()), amount);
            }
        } else if (rating instanceof Rating.Held) {
            held.add(workspaceDay);
        }
    }

    /** Returns the sums by account, currency and meter. */
    public List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** Returns the totals by currency. */
    public List<Totals> totals() {
        SortedMap<String, Totals> totals = new TreeMap<>();
        lines.values()
                .forEach(line -> totals.merge(
                        line.key().currency().getCurrencyCode(),
                        new Totals(line.before(), line.after()),
                        Totals::plus));
        return List.copyOf(totals.values());
    }

    /** Returns the workspace-days that would be held. */
    public List<WorkspaceDay> held() {
        return List.copyOf(held);
    }

    /** The totals of a currency. */
    public record Totals(Money before, Money after) {

        /** Returns the increase of the total. */
        public Money difference() {
            return after.minus(before);
        }

        private Totals plus(Totals other) {
            return new Totals(before.plus(other.before), after.plus(other.after));
        }
    }

    private void add(Key key, Money before, Money after) {
        lines.merge(
                key,
                new Line(key, before, after),
                (known, more) -> new Line(
                        key, known.before().plus(more.before()), known.after().plus(more.after())));
    }
}
