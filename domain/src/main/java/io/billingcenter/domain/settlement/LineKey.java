package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line: what is charged of a meter and tier for a workspace and billing day, or of an agreement, whatever bills it is on. Lines
 * take their part of a payment in this order: by share, then as the lines of a bill are sorted.
 *
 * @param workspace null for what no single workspace causes
 * @param tier null for the price of a package
 * @param agreement the agreement that a fee is owed for; empty for usage
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

    /** The share of a bill that the line belongs to: the meter alone decides. */
    public ShareKey share() {
        return new ShareKey(workspace, tier == null || VoucherEligibility.isEligible(tier.meter()));
    }

    /** The code of the meter as tables have it: empty where there is none. */
    public String meterText() {
        return tier == null ? "" : tier.meter().code();
    }

    /** Days of retention, or {@link Meter#FLAT}. */
    public int retentionDays() {
        return tier == null ? Meter.FLAT : tier.retentionDays();
    }

    @Override
    public int compareTo(LineKey other) {
        return ORDER.compare(this, other);
    }
}
