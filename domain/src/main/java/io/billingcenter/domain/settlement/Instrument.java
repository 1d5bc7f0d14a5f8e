package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;

/**
 * A voucher or prepaid card as it was when the wallet took it in. They pay in this order: by kind, the earliest expiry,
 * then the earliest start, then the id (readings Q16, Q18).
 *
 * @param starts first day on which it may pay
 * @param expires first day on which it is void
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

    /** Whether it is void on that day. */
    boolean isVoidOn(BillingDay day) {
        return !day.isBefore(expires);
    }

    @Override
    public int compareTo(Instrument other) {
        return ORDER.compare(this, other);
    }
}
