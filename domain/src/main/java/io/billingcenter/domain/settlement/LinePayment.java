package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * The effect of a movement of money on a line of a bill. Rows are only ever added: their sums give the payment of a
 * line, and the part of it that may still be given back.
 *
 * @param source number of the ledger entry by which the source paid the line
 * @param entry number of the ledger entry of this movement; the same as {@code source} when it pays
 * @param side where the money came from or went to
 * @param instrument voucher, card or cloud account; empty for the other sides
 * @param paid what it adds to the payment of the bill: below zero what the line got back; nothing when arrears are cleared
 * @param left what it adds to what may be given back or is owed
 */
public record LinePayment(
        BillKey bill,
        LineKey line,
        long source,
        long entry,
        LedgerAccount side,
        String instrument,
        Money paid,
        Money left) {}
