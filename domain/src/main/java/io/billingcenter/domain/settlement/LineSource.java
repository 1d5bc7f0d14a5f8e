package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.Comparator;

/**
 * A source that paid a line of a bill, with the amount not refunded so far.
 *
 * @param number number of the ledger entry that paid; 0 if it is not known
 * @param instrument voucher, card or cloud account; empty for all other ledger accounts
 * @param left amount not refunded, above 0; for {@link LedgerAccount#ARREARS} the amount still owed
 */
public record LineSource(
        BillKey bill, LineKey line, long number, LedgerAccount ledgerAccount, String instrument, Money left) {

    /** The order of refunds: the newest payment first, that is the one with the last ledger entry. */
    static final Comparator<LineSource> NEWEST_FIRST = Comparator.comparingLong(LineSource::number)
            .reversed()
            .thenComparing(LineSource::bill, Comparator.reverseOrder())
            .thenComparing(
                    LineSource::ledgerAccount, Comparator.comparing(PaymentSource::of, Comparator.reverseOrder()))
            .thenComparing(LineSource::instrument);

    /** Returns the refundable part of a payment. */
    static LineSource of(LinePayment payment) {
        return new LineSource(
                payment.bill(),
                payment.line(),
                payment.source(),
                payment.ledgerAccount(),
                payment.instrument(),
                payment.left());
    }

    /** Returns the same source with another remaining amount. */
    public LineSource withLeft(Money other) {
        return new LineSource(bill, line, number, ledgerAccount, instrument, other);
    }
}
