package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every share of a bill its part of each source, so that the parts add up to the share and to the sources. Shares
 * that go the way of the bill take from the sources in the order of payment; those that go against it are booked on its
 * last source that is no voucher.
 */
final class ShareParts {

    private ShareParts() {}

    /**
     * The parts of the shares.
     *
     * @param paid how the bill as a whole is paid; its total is that of the shares
     */
    static Map<BillShare, PaidParts> of(BillKey bill, List<BillShare> shares, PaidParts paid) {
        boolean refund = paid.total().isNegative();
        PaidBy booking = bookingSource(bill, paid);
        Money against = shares.stream()
                .map(BillShare::change)
                .filter(change -> goesAgainst(change, refund))
                .reduce(paid.total().minus(paid.total()), Money::plus);
        Map<PaidBy, Money> left = new EnumMap<>(PaidBy.class);
        for (PaidBy source : PaidBy.values()) {
            Money amount = paid.from(source);
            left.put(source, source == booking ? amount.minus(against) : amount);
        }
        Map<BillShare, PaidParts> parts = new LinkedHashMap<>();
        for (BillShare share : shares) {
            PaidParts nothing = PaidParts.nothing(share.change().currency());
            parts.put(
                    share,
                    goesAgainst(share.change(), refund)
                            ? nothing.plus(booking, share.change())
                            : pour(share.change(), nothing, left, refund));
        }
        return parts;
    }

    private static PaidParts pour(Money share, PaidParts nothing, Map<PaidBy, Money> left, boolean refund) {
        PaidParts parts = nothing;
        Money open = share;
        for (PaidBy source : PaidBy.values()) {
            Money available = left.getOrDefault(source, open.minus(open));
            Money part = refund ? negative(open, available) : open.min(available);
            parts = parts.plus(source, part);
            left.put(source, available.minus(part));
            open = open.minus(part);
        }
        if (!open.isZero()) {
            throw new IllegalStateException(
                    "Expected every share to be covered by the sources, found " + open + " left");
        }
        return parts;
    }

    /** Of two amounts that are at most zero, the one nearer to it. */
    private static Money negative(Money one, Money other) {
        return one.negated().min(other.negated()).negated();
    }

    private static boolean goesAgainst(Money change, boolean refund) {
        return refund ? change.isPositive() : change.isNegative();
    }

    private static PaidBy bookingSource(BillKey bill, PaidParts paid) {
        PaidBy last = bill.settlement() == SettlementMethod.WALLET ? PaidBy.CASH : PaidBy.CLOUD;
        for (PaidBy source : PaidBy.values()) {
            if (source != PaidBy.VOUCHER && !paid.from(source).isZero()) {
                last = source;
            }
        }
        return last;
    }
}
