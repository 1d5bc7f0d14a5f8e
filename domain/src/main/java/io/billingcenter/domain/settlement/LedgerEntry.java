package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a ledger request. The legs of a request add up to zero.
 *
 * @param requestId unique id of the cause; a repeat of the same cause has the same id
 * @param leg number of the leg within the request, from 1
 * @param number number of the entry within the wallet, from 1, in the order in which money moved
 * @param instrument voucher, card or cloud account; empty for all other ledger accounts
 * @param amount amount credited to the ledger account; below zero if it is debited
 * @param day billing day on which the entry takes effect
 * @param billDay posted day of the bill that is paid, cleared or refunded; null if there is none
 * @param sourceDay posted day of the bill whose payment is cleared or refunded; null if there is none
 */
public record LedgerEntry(
        String requestId,
        int leg,
        long number,
        LedgerEntryType type,
        WalletKey wallet,
        LedgerAccount ledgerAccount,
        String instrument,
        Money amount,
        BillingDay day,
        @Nullable BillingDay billDay,
        @Nullable BillingDay sourceDay) {}
