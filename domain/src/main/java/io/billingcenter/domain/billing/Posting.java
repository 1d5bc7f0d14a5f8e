package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An append-only entry: what a charge adds to, or takes from, an account's daily bill.
 *
 * @param postedDay the day the run is for, whose bill and month it goes to
 * @param workspaceDay what it is for
 * @param ordinal number of the posting among those of the same account, currency and tier of the workspace-day, from 1
 * @param quantity added or taken, in base units
 * @param unitPrice price applied
 * @param priceVersion version of the book; null before the first book
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

    /** An id that depends on nothing but what the posting is for, so that a repeated run gives the same one. */
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
