package io.billingcenter.domain.fapiao;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;

/**
 * The request of the fapiao for an invoice.
 *
 * @param buyer the buyer; without an invoice profile, its certified name alone
 * @param amount amount including tax, above zero
 */
public record FapiaoRequest(
        String invoiceNumber, BillingMonth month, BillingAccountId account, Buyer buyer, Money amount) {

    private static final int LONGEST_ID = 20;
    private static final int DIGITS = 9;

    /** Refuses an amount for which no fapiao is issued. */
    public FapiaoRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected an amount above zero for the fapiao of " + invoiceNumber + ", found " + amount);
        }
    }

    /**
     * Returns the serial number of the request in at most 20 characters: the invoice number, or its end and digits of its SHA-256
     * digest if it is longer.
     */
    public String id() {
        return invoiceNumber.length() <= LONGEST_ID
                ? invoiceNumber
                : Digests.sha256(invoiceNumber).substring(0, DIGITS)
                        + '-'
                        + invoiceNumber.substring(invoiceNumber.length() - (LONGEST_ID - DIGITS - 1));
    }
}
