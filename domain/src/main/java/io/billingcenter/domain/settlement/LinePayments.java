package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The line payments of a settlement while they are made; what one entry does to one payment of a line is one of them. */
final class LinePayments {

    private record Key(BillKey bill, LineKey line, long source, long entry, LedgerAccount side) {}

    private final Map<Key, LinePayment> payments = new LinkedHashMap<>();

    /** Adds what an entry paid of a line, or gave back of it. */
    void paid(LineSource source, Money paid) {
        add(new LinePayment(
                source.bill(),
                source.line(),
                source.number(),
                source.number(),
                source.side(),
                source.instrument(),
                paid,
                source.left()));
    }

    /** Adds that an entry took something off an earlier payment. */
    void reduced(LineSource source, long entry, Money amount) {
        add(new LinePayment(
                source.bill(),
                source.line(),
                source.number(),
                entry,
                source.side(),
                source.instrument(),
                amount.minus(amount),
                amount.negated()));
    }

    List<LinePayment> all() {
        return List.copyOf(payments.values());
    }

    private void add(LinePayment payment) {
        payments.merge(
                new Key(payment.bill(), payment.line(), payment.source(), payment.entry(), payment.side()),
                payment,
                (one, more) -> new LinePayment(
                        one.bill(),
                        one.line(),
                        one.source(),
                        one.entry(),
                        one.side(),
                        one.instrument(),
                        one.paid().plus(more.paid()),
                        one.left().plus(more.left())));
    }
}
