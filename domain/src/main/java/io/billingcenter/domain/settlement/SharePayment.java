package io.billingcenter.domain.settlement;

/**
 * The change of the payment of a share by one settlement of a bill.
 *
 * @param settlement number of the settlement of the bill, from 1
 */
public record SharePayment(BillKey bill, ShareKey share, PaymentParts parts, int settlement) {}
