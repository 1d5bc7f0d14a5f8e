package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the line payments of a settlement. All effects of one ledger entry on one payment of a line are merged into
 * one.
 */
final class LinePayments {

    private record Key(BillKey bill, LineKey line, long source, long entry, LedgerAccount ledgerAccount) {}

    private final Map<Key, LinePayment> payments = new LinkedHashMap<>();

    /** Adds an amount that an entry paid or refunded. */
    void paid(LineSource source, Money paid) {
        add(new LinePayment(
                source.bill(),
                source.line(),
                source.number(),
                source.number(),
                source.ledgerAccount(),
                source.instrument(),
                paid,
                source.left()));
    }

    /** Reduces an earlier payment by an amount. */
    void reduced(LineSource source, long entry, Money amount) {
        add(new LinePayment(
                source.bill(),
                source.line(),
                source.number(),
                entry,
                source.ledgerAccount(),
                source.instrument(),
                amount.minus(amount),
                amount.negated()));
    }

    List<LinePayment> all() {
        return List.copyOf(payments.values());
    }

    private void add(LinePayment payment) {
        payments.merge(
                new Key(payment.bill(), payment.line(), payment.source(), payment.entry(), payment.ledgerAccount()),
                payment,
                (one, more) -> new LinePayment(
                        one.bill(),
                        one.line(),
                        one.source(),
                        one.entry(),
                        one.ledgerAccount(),
                        one.instrument(),
                        one.paid().plus(more.paid()),
                        one.left().plus(more.left())));
    }
}
