package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.time.BillingDay;

/**
 * A person's request to credit or to void an invoice.
 *
 * @param invoice number of the invoice
 * @param lines lines that are credited, as {@link CreditedLines#toString()} writes them; empty for the whole invoice
 * @param reason the person's reason
 * @param by name of the person
 * @param on day of the request
 */
public record InvoiceCorrection(String invoice, String lines, String reason, String by, BillingDay on) {

    /**
     * Returns a digest of what is asked for: the same for a repeated request, whoever gives it and whenever. Another request
     * for the same lines needs another reason.
     */
    public String key() {
        return Digests.sha256(String.join("\n", invoice, lines, reason));
    }
}
