package io.billingcenter.domain.settlement;

/**
 * What a settlement of a bill added to the payment of a share.
 *
 * @param settlement number of the settlement of the bill, from 1
 */
public record SharePayment(BillKey bill, ShareKey share, PaymentParts parts, int settlement) {}
