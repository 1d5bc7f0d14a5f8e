package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The payments of lines: the sources to which refunds return, and the amounts still owed by bill and line. Most
 * settlements only add to it, so additions are sorted in when something is asked for.
 */
final class PaidLines {

    private static final Comparator<Place> BY_LINE = Comparator.comparing(Place::line)
            .thenComparingLong(Place::number)
            .thenComparing(Place::side)
            .thenComparing(Place::instrument);

    private record Place(BillKey bill, LineKey line, long number, LedgerAccount side, String instrument) {

        static Place of(LineSource source) {
            return new Place(source.bill(), source.line(), source.number(), source.side(), source.instrument());
        }
    }

    private final List<LineSource> added = new ArrayList<>();
    private final Map<LineKey, Map<Place, LineSource>> byLine = new HashMap<>();
    private final SortedMap<BillKey, SortedMap<Place, LineSource>> owedLines = new TreeMap<>();
    private final SortedMap<BillKey, Money> owedBills = new TreeMap<>();
    private final SortedMap<BillKey, Money> changedBills = new TreeMap<>();

    PaidLines(Collection<LineSource> sources, Collection<OwedBill> owed) {
        added.addAll(sources);
        owed.forEach(bill -> owedBills.put(bill.bill(), bill.owed()));
    }

    /** The sources of a line on bills of the method, in the order in which they are given back. */
    List<LineSource> refundable(LineKey line, SettlementMethod method) {
        sortIn();
        return byLine.getOrDefault(line, Map.of()).values().stream()
                .filter(source -> source.bill().settlement() == method)
                .sorted(LineSource.NEWEST_FIRST)
                .toList();
    }

    /** The bills for which something is owed, the oldest first. */
    List<OwedBill> owedBills() {
        return owedBills.entrySet().stream()
                .map(bill -> new OwedBill(bill.getKey(), bill.getValue()))
                .toList();
    }

    /** The debts for the lines of a bill, in the order of the lines. */
    List<LineSource> owedLines(BillKey bill) {
        sortIn();
        return List.copyOf(
                owedLines.getOrDefault(bill, Collections.emptySortedMap()).values());
    }

    /** The sum of what is still owed. */
    Money owed(Money zero) {
        return owedBills.values().stream().reduce(zero, Money::plus);
    }

    /** Notes a payment of a line, or an amount owed for it. */
    void add(LineSource source) {
        added.add(source);
        if (source.side() == LedgerAccount.ARREARS) {
            owe(source.bill(), source.left());
        }
    }

    /** Notes an amount that was given back, or is no longer owed. */
    void reduce(LineSource source, Money amount) {
        Money left = source.left().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException(
                    "Expected at most " + source.left() + " to be given back of " + source + ", found " + amount);
        }
        if (left.isZero()) {
            remove(source);
        } else {
            store(source.withLeft(left));
        }
        if (source.side() == LedgerAccount.ARREARS) {
            owe(source.bill(), amount.negated());
        }
    }

    /** All of it, in no order. */
    List<LineSource> all() {
        List<LineSource> all = new ArrayList<>(added);
        byLine.values().forEach(sources -> all.addAll(sources.values()));
        return all;
    }

    /** The bills for which another amount is owed than before, also nothing. */
    List<OwedBill> changedBills() {
        List<OwedBill> changed = new ArrayList<>();
        changedBills.forEach((bill, owed) -> changed.add(new OwedBill(bill, owed)));
        return changed;
    }

    private void owe(BillKey bill, Money more) {
        Money before = owedBills.get(bill);
        Money owed = before == null ? more : before.plus(more);
        if (owed.isNegative()) {
            throw new IllegalStateException(
                    "Expected at least nothing to be owed for bill " + bill + ", found " + owed);
        }
        if (owed.isZero()) {
            owedBills.remove(bill);
        } else {
            owedBills.put(bill, owed);
        }
        changedBills.put(bill, owed);
    }

    private void sortIn() {
        for (LineSource source : added) {
            LineSource before = byLine.getOrDefault(source.line(), Map.of()).get(Place.of(source));
            store(before == null ? source : before.withLeft(before.left().plus(source.left())));
        }
        added.clear();
    }

    private void store(LineSource source) {
        Place place = Place.of(source);
        byLine.computeIfAbsent(source.line(), key -> new HashMap<>()).put(place, source);
        if (source.side() == LedgerAccount.ARREARS) {
            owedLines
                    .computeIfAbsent(source.bill(), key -> new TreeMap<>(BY_LINE))
                    .put(place, source);
        }
    }

    private void remove(LineSource source) {
        Place place = Place.of(source);
        Map<Place, LineSource> ofLine = byLine.get(source.line());
        if (ofLine != null) {
            ofLine.remove(place);
        }
        SortedMap<Place, LineSource> ofBill = owedLines.get(source.bill());
        if (ofBill != null) {
            ofBill.remove(place);
        }
    }
}
