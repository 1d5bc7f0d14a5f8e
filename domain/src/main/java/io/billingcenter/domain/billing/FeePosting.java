package io.billingcenter.domain.billing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * An append-only entry that adds a fee to an account's daily bill, or takes it back.
 *
 * @param postedDay day of the run, whose bill and month the posting belongs to
 * @param ordinal number of the posting among those of the same day, agreement, account, currency, workspace and
 *     tier, from 1
 * @param round number of the round of postings of the agreement on the day, from 1
 * @param quantity quantity added or taken back, in base units
 * @param unitPrice price applied
 */
public record FeePosting(
        BillingDay postedDay,
        FeeKey key,
        PostingKind kind,
        int ordinal,
        int round,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount) {

    private static final int ID_DIGITS = 24;

    /** Returns an id that depends only on the item of the posting, so that a repeated run gives the same id. */
    public String id() {
        String text = String.join(
                "|",
                key.day().toString(),
                key.account().value(),
                key.workspaceText(),
                key.meterText(),
                key.tier() == null ? "" : key.tier().retentionText(),
                key.currency().getCurrencyCode(),
                Integer.toString(ordinal),
                key.agreement());
        return "p" + Digests.sha256(text).substring(0, ID_DIGITS);
    }
}
