package io.billingcenter.domain.journal;

import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sums of debits less credits by key and currency, with which the journal is compared with the tables that it is made of. */
public final class JournalTotals {

    /** The key of all revenue. */
    public static final JournalKey REVENUE = new JournalKey("revenue");

    private record Cell(JournalKey key, Currency currency) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::key)
                .thenComparing(cell -> cell.currency().getCurrencyCode());

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Cell, Money> sums = new HashMap<>();

    /** Adds the lines of an entry; those of revenue to the one key {@code revenue}. */
    public void add(JournalEntry entry) {
        entry.lines().forEach(line -> add(line.key(), line.amount()));
    }

    /** Adds a debit; below zero, a credit. */
    public void add(JournalKey key, Money debit) {
        JournalKey of = key.isRevenue() ? REVENUE : key;
        sums.merge(new Cell(of, debit.currency()), debit, Money::plus);
    }

    /** Returns the currencies of all sums. */
    public Set<Currency> currencies() {
        return sums.keySet().stream().map(Cell::currency).collect(Collectors.toSet());
    }

    /**
     * Compares these sums of the journal with those that are expected.
     *
     * @throws UnbalancedJournalException if a key has another sum in any currency
     */
    public void requireEqual(JournalTotals expected) {
        Set<Cell> cells = new TreeSet<>(sums.keySet());
        cells.addAll(expected.sums.keySet());
        List<String> differences = new ArrayList<>();
        for (Cell cell : cells) {
            Money found = sum(cell);
            Money wanted = expected.sum(cell);
            if (!found.equals(wanted)) {
                differences.add(cell.key() + ": expected " + wanted + ", found " + found);
            }
        }
        if (!differences.isEmpty()) {
            throw new UnbalancedJournalException(
                    "Expected the journal to equal postings, marketplace records and ledger, found "
                            + String.join("; ", differences));
        }
    }

    private Money sum(Cell cell) {
        return sums.getOrDefault(cell, Money.zero(cell.currency()));
    }
}
