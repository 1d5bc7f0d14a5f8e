package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * The effect of a ledger entry on a line of a bill. Line payments are append-only: their sums are the payment of a line
 * and the part of it that can still be refunded.
 *
 * @param source number of the ledger entry that paid the line
 * @param entry number of the ledger entry of this effect; equal to {@code source} for a payment
 * @param ledgerAccount ledger account that the money came from or went to
 * @param instrument voucher, card or cloud account; empty for all other ledger accounts
 * @param paid amount added to the payment of the bill: below zero for a refund, zero when arrears are cleared
 * @param left amount added to the refundable or owed amount
 */
public record LinePayment(
        BillKey bill,
        LineKey line,
        long source,
        long entry,
        LedgerAccount ledgerAccount,
        String instrument,
        Money paid,
        Money left) {}
