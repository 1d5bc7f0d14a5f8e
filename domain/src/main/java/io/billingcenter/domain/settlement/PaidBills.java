package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What bills were paid from: where refunds go back to, and what is still owed. */
final class PaidBills {

    /** Within a bill: what is still owed first, then the reverse of the order of payment. */
    private static final List<LedgerSide> REFUND_ORDER = List.of(
            LedgerSide.ARREARS, LedgerSide.VENDOR, LedgerSide.CASH, LedgerSide.PREPAID_CARD, LedgerSide.VOUCHER);

    private static final Comparator<BillSource> BACKWARDS = Comparator.comparing(
                    (BillSource source) -> source.bill().postedDay(), Comparator.reverseOrder())
            .thenComparingInt(source -> REFUND_ORDER.indexOf(source.side()))
            .thenComparing(BillSource::order, Comparator.reverseOrder());

    private static final Comparator<BillSource> OLDEST =
            Comparator.comparing(BillSource::bill).thenComparingLong(BillSource::order);

    private record Key(BillKey bill, LedgerSide side, String instrument) {

        static Key of(BillSource source) {
            return new Key(source.bill(), source.side(), source.instrument());
        }
    }

    private final Map<Key, BillSource> sources = new LinkedHashMap<>();
    private final Map<Key, BillSource> changed = new LinkedHashMap<>();

    PaidBills(Collection<BillSource> sources) {
        sources.forEach(source -> this.sources.put(Key.of(source), source));
    }

    /** Notes that a bill was paid from there. */
    void paid(BillKey bill, LedgerSide side, String instrument, long order, Money amount) {
        if (!amount.isZero()) {
            Key key = new Key(bill, side, instrument);
            BillSource before = sources.get(key);
            store(
                    key,
                    before == null
                            ? new BillSource(bill, side, instrument, order, amount)
                            : new BillSource(
                                    bill,
                                    side,
                                    instrument,
                                    before.order(),
                                    before.left().plus(amount)));
        }
    }

    /** Notes that this was given back, or that this much is no longer owed. */
    void reduce(BillSource source, Money amount) {
        Money left = source.left().minus(amount);
        if (left.isNegative()) {
            throw new IllegalStateException("Expected at most " + source.left() + " to be given back of bill "
                    + source.bill() + ", found " + amount);
        }
        store(Key.of(source), new BillSource(source.bill(), source.side(), source.instrument(), source.order(), left));
    }

    /** What may be given back of the bills of a method, in the order of refunds: newest bill first. */
    List<BillSource> refundable(SettlementMethod method) {
        return sources.values().stream()
                .filter(source -> source.bill().settlement() == method)
                .sorted(BACKWARDS)
                .toList();
    }

    /** What is still owed, the oldest bill first. */
    List<BillSource> arrears() {
        return sources.values().stream()
                .filter(source -> source.side() == LedgerSide.ARREARS)
                .sorted(OLDEST)
                .toList();
    }

    /** The sum of what is still owed. */
    Money owed(Money zero) {
        return arrears().stream().map(BillSource::left).reduce(zero, Money::plus);
    }

    List<BillSource> all() {
        return new ArrayList<>(sources.values());
    }

    /** The sources that are not as they were, also those of which nothing is left. */
    List<BillSource> changed() {
        return new ArrayList<>(changed.values());
    }

    private void store(Key key, BillSource source) {
        if (source.left().isZero()) {
            sources.remove(key);
        } else {
            sources.put(key, source);
        }
        changed.put(key, source);
    }
}
