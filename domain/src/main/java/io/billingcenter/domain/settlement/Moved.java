package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the payment of a bill.
 *
 * @param instrument the voucher or card; null for the other sides
 * @param paid below zero when it is given back
 * @param source posted day of the bill whose payment is given back; null when it is none
 */
record Moved(
        LedgerSide side,
        @Nullable Instrument instrument,
        Money paid,
        @Nullable BillingDay source) {

    static Moved by(Instrument instrument, Money paid) {
        return new Moved(instrument.kind().side(), instrument, paid, null);
    }

    static Moved by(LedgerSide side, Money paid) {
        return new Moved(side, null, paid, null);
    }

    Instrument requireInstrument() {
        return Objects.requireNonNull(instrument, "an instrument");
    }
}
