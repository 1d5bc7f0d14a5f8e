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
 * The key of a fee: its bill, the settlement method and the item.
 *
 * @param day billing day on which the fee falls due
 * @param agreement id of the package or traffic pack; for private deployments see {@link FeeSchedule#agreementOf}
 * @param workspace null for packages and packs, which belong to the account
 * @param tier null for a package, which is not the quantity of a single meter
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

    /** Returns the number of base units that the price is for. */
    public long unit() {
        return tier == null ? 1 : tier.meter().unit();
    }

    /** Returns the id of the workspace; empty if there is none. */
    public String workspaceText() {
        return workspace == null ? "" : workspace.value();
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
    public int compareTo(FeeKey other) {
        return ORDER.compare(this, other);
    }
}
