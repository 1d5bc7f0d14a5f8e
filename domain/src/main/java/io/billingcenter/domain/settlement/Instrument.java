package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;

/**
 * A voucher or prepaid card as it was when the wallet received it. Instruments pay in this order: by kind, then the
 * earliest expiry, the earliest start, and the id (readings Q16, Q18).
 *
 * @param starts first day on which the instrument can pay
 * @param expires first day on which the instrument is void
 */
public record Instrument(InstrumentKind kind, String id, BillingDay starts, BillingDay expires)
        implements Comparable<Instrument> {

    private static final Comparator<Instrument> ORDER = Comparator.comparing(Instrument::kind)
            .thenComparing(Instrument::expires)
            .thenComparing(Instrument::starts)
            .thenComparing(Instrument::id);

    static Instrument of(Voucher voucher) {
        InstrumentKind kind = voucher.kind() == VoucherKind.ORDINARY
                ? InstrumentKind.ORDINARY_VOUCHER
                : InstrumentKind.FULL_REDUCTION_VOUCHER;
        return new Instrument(kind, voucher.id(), voucher.activated(), voucher.expires());
    }

    static Instrument of(PrepaidCard card) {
        return new Instrument(InstrumentKind.PREPAID_CARD, card.id(), card.purchased(), card.expires());
    }

    /** Returns whether the instrument is void on the day. */
    boolean isVoidOn(BillingDay day) {
        return !day.isBefore(expires);
    }

    @Override
    public int compareTo(Instrument other) {
        return ORDER.compare(this, other);
    }
}
