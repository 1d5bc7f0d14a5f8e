package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.Comparator;

/**
 * A source that paid a line on a bill, with the part that was not given back.
 *
 * @param number of the ledger entry by which it paid; 0 for payments of which no entry is known
 * @param instrument voucher, card or cloud account; empty for the other sides
 * @param left above nothing; of {@link LedgerAccount#ARREARS}: what is still owed
 */
public record LineSource(BillKey bill, LineKey line, long number, LedgerAccount side, String instrument, Money left) {

    /** The order in which they are given back: the newest payment first, which is the last ledger entry. */
    static final Comparator<LineSource> NEWEST_FIRST = Comparator.comparingLong(LineSource::number)
            .reversed()
            .thenComparing(LineSource::bill, Comparator.reverseOrder())
            .thenComparing(LineSource::side, Comparator.comparing(PaymentSource::of, Comparator.reverseOrder()))
            .thenComparing(LineSource::instrument);

    /** The part of a payment that may be given back. */
    static LineSource of(LinePayment payment) {
        return new LineSource(
                payment.bill(), payment.line(), payment.source(), payment.side(), payment.instrument(), payment.left());
    }

    /** The same source with another amount left. */
    public LineSource withLeft(Money other) {
        return new LineSource(bill, line, number, side, instrument, other);
    }
}
