package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * An append-only entry: what a fee adds to, or takes from, an account's daily bill.
 *
 * @param postedDay the day the run is for, whose bill and month it goes to
 * @param ordinal number of the posting among those of the same day, agreement, account, currency, workspace and tier, from 1
 * @param round which posting of the agreement on the day it belongs to, from 1: later ones have higher numbers
 * @param quantity added or taken, in base units
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

    /** An id that depends on nothing but what the posting is for, so that a repeated run gives the same one. */
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
