package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a movement; the legs of a request add up to nothing.
 *
 * @param requestId unique for the movement, whatever is repeated
 * @param leg from 1 within the request
 * @param number from 1 within the wallet: the order in which money moved
 * @param instrument voucher, card or cloud account; empty for the other sides
 * @param amount what the side gains; below zero what it loses
 * @param day on which it takes effect
 * @param billDay posted day of the bill that it pays, clears or gives back; null without one
 * @param sourceDay posted day of the bill whose payment it clears or gives back; null when it does neither
 */
public record LedgerEntry(
        String requestId,
        int leg,
        long number,
        LedgerEntryType movement,
        WalletKey wallet,
        LedgerAccount side,
        String instrument,
        Money amount,
        BillingDay day,
        @Nullable BillingDay billDay,
        @Nullable BillingDay sourceDay) {}
