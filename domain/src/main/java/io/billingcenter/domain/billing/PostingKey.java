package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.usage.MeterTier;
import java.util.Comparator;
import java.util.Currency;

/**
 * The key of a posting within a workspace-day: the account whose bill it is on, the settlement method, the currency and
 * the tier.
 */
public record PostingKey(BillingAccountId account, SettlementMethod settlement, Currency currency, MeterTier tier)
        implements Comparable<PostingKey> {

    private static final Comparator<PostingKey> ORDER = Comparator.comparing(PostingKey::account)
            .thenComparing(PostingKey::tier)
            .thenComparing(key -> key.currency().getCurrencyCode())
            .thenComparing(PostingKey::settlement);

    @Override
    public int compareTo(PostingKey other) {
        return ORDER.compare(this, other);
    }
}
