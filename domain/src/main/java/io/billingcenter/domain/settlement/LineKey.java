package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The key of a line across bills: the charges of a meter and tier for a workspace and billing day, or those of an
 * agreement. A payment is allocated to lines in this order: by share, then in the order of the lines on a bill.
 *
 * @param workspace null for amounts that no single workspace causes
 * @param tier null for the price of a package
 * @param agreement id of the agreement that a fee is owed for; empty for usage
 */
public record LineKey(
        BillingDay billingDay,
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier,
        String agreement) implements Comparable<LineKey> {

    private static final Comparator<LineKey> ORDER = Comparator.comparing(LineKey::share)
            .thenComparing(LineKey::billingDay)
            .thenComparing(LineKey::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LineKey::agreement);

    /** Returns the share of a bill that the line belongs to; the meter alone decides whether vouchers may pay it. */
    public ShareKey share() {
        return new ShareKey(workspace, tier == null || VoucherEligibility.isEligible(tier.meter()));
    }

    /** Returns the code of the meter; empty if there is none. */
    public String meterText() {
        return tier == null ? "" : tier.meter().code();
    }

    /** Returns the days of retention, or {@link Meter#FLAT}. */
    public int retentionDays() {
        return tier == null ? Meter.FLAT : tier.retentionDays();
    }

    @Override
    public int compareTo(LineKey other) {
        return ORDER.compare(this, other);
    }
}
