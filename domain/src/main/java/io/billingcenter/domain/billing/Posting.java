package io.billingcenter.domain.billing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An append-only entry that adds a charge to an account's daily bill, or takes it back.
 *
 * @param postedDay day of the run, whose bill and month the posting belongs to
 * @param workspaceDay workspace-day of the usage
 * @param ordinal number of the posting among those of the same account, currency and tier of the workspace-day,
 *     from 1
 * @param quantity quantity added or taken back, in base units
 * @param unitPrice price applied
 * @param priceVersion version of the price book; null before the first book
 */
public record Posting(
        BillingDay postedDay,
        WorkspaceDay workspaceDay,
        PostingKey key,
        PostingKind kind,
        int ordinal,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable BillingDay priceVersion,
        Money amount) {

    private static final int ID_DIGITS = 24;

    /** Returns an id that depends only on the item of the posting, so that a repeated run gives the same id. */
    public String id() {
        String text = String.join(
                "|",
                workspaceDay.day().toString(),
                key.account().value(),
                workspaceDay.workspace().value(),
                key.tier().meter().code(),
                key.tier().retentionText(),
                key.currency().getCurrencyCode(),
                Integer.toString(ordinal));
        return "p" + Digests.sha256(text).substring(0, ID_DIGITS);
    }
}
