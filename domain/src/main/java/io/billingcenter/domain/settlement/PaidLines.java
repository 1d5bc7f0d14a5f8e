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
 * The payments of lines: the sources that refunds return to, and the amounts still owed by bill and by line. Most
 * settlements only add payments, so additions are indexed when a lookup first needs them.
 */
final class PaidLines {

    private static final Comparator<Place> BY_LINE = Comparator.comparing(Place::line)
            .thenComparingLong(Place::number)
            .thenComparing(Place::ledgerAccount)
            .thenComparing(Place::instrument);

    private record Place(BillKey bill, LineKey line, long number, LedgerAccount ledgerAccount, String instrument) {

        static Place of(LineSource source) {
            return new Place(
                    source.bill(), source.line(), source.number(), source.ledgerAccount(), source.instrument());
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

    /** Returns the sources of a line on bills of the method, in the order of refunds. */
    List<LineSource> refundable(LineKey line, SettlementMethod method) {
        sortIn();
        return byLine.getOrDefault(line, Map.of()).values().stream()
                .filter(source -> source.bill().settlement() == method)
                .sorted(LineSource.NEWEST_FIRST)
                .toList();
    }

    /** Returns the bills with a debt, the oldest first. */
    List<OwedBill> owedBills() {
        return owedBills.entrySet().stream()
                .map(bill -> new OwedBill(bill.getKey(), bill.getValue()))
                .toList();
    }

    /** Returns the debts of the lines of a bill, in the order of the lines. */
    List<LineSource> owedLines(BillKey bill) {
        sortIn();
        return List.copyOf(
                owedLines.getOrDefault(bill, Collections.emptySortedMap()).values());
    }

    /** Returns the sum of all debts. */
    Money owed(Money zero) {
        return owedBills.values().stream().reduce(zero, Money::plus);
    }

    /** Adds a payment or a debt of a line. */
    void add(LineSource source) {
        added.add(source);
        if (source.ledgerAccount() == LedgerAccount.ARREARS) {
            owe(source.bill(), source.left());
        }
    }

    /** Reduces a payment by a refund, or a debt by a payment. */
    void reduce(LineSource source, Money amount) {
        Money left = source.left().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException(
                    "Expected a refund of at most " + source.left() + " to " + source + ", found " + amount);
        }
        if (left.isZero()) {
            remove(source);
        } else {
            store(source.withLeft(left));
        }
        if (source.ledgerAccount() == LedgerAccount.ARREARS) {
            owe(source.bill(), amount.negated());
        }
    }

    /** Returns all payments and debts, in no particular order. */
    List<LineSource> all() {
        List<LineSource> all = new ArrayList<>(added);
        byLine.values().forEach(sources -> all.addAll(sources.values()));
        return all;
    }

    /** Returns the bills whose debt has changed, including those with nothing owed any more. */
    List<OwedBill> changedBills() {
        List<OwedBill> changed = new ArrayList<>();
        changedBills.forEach((bill, owed) -> changed.add(new OwedBill(bill, owed)));
        return changed;
    }

    private void owe(BillKey bill, Money more) {
        Money before = owedBills.get(bill);
        Money owed = before == null ? more : before.plus(more);
        if (owed.isNegative()) {
            throw new IllegalStateException("Expected a debt of bill " + bill + " of at least 0, found " + owed);
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
            // Several parts of one settlement may belong to the same ledger entry and line.
            LineSource before = byLine.getOrDefault(source.line(), Map.of()).get(Place.of(source));
            store(before == null ? source : before.withLeft(before.left().plus(source.left())));
        }
        added.clear();
    }

    private void store(LineSource source) {
        Place place = Place.of(source);
        byLine.computeIfAbsent(source.line(), key -> new HashMap<>()).put(place, source);
        if (source.ledgerAccount() == LedgerAccount.ARREARS) {
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
