package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Whose bill a fee is on, how that is paid, and for what.
 *
 * @param day the billing day on which it falls
 * @param agreement id of the package or traffic pack; for a private deployment see {@link FeeSchedule#agreementOf}
 * @param workspace null for packages and packs, which belong to the account
 * @param tier null for a package, which is no quantity of one meter
 */
public record FeeKey(
        BillingDay day,
        String agreement,
        BillingAccountId account,
        SettlementMethod settlement,
        Currency currency,
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier)
        implements Comparable<FeeKey> {

    private static final Comparator<FeeKey> ORDER = Comparator.comparing(FeeKey::day)
            .thenComparing(FeeKey::agreement)
            .thenComparing(FeeKey::account)
            .thenComparing(FeeKey::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FeeKey::workspace, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(key -> key.currency().getCurrencyCode())
            .thenComparing(FeeKey::settlement);

    /** How many base units the price is for. */
    public long unit() {
        return tier == null ? 1 : tier.meter().unit();
    }

    /** The workspace as tables and files have it: empty where there is none. */
    public String workspaceText() {
        return workspace == null ? "" : workspace.value();
    }

    /** The code of the meter as tables and files have it: empty where there is none. */
    public String meterText() {
        return tier == null ? "" : tier.meter().code();
    }

    /** Days of retention, or {@link Meter#FLAT}. */
    public int retentionDays() {
        return tier == null ? Meter.FLAT : tier.retentionDays();
    }

    @Override
    public int compareTo(FeeKey other) {
        return ORDER.compare(this, other);
    }
}
