package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;

/**
 * A document in force that was issued under a number.
 *
 * @param number text of the number
 */
public record IssuedInvoice(
        String number, DocumentKind document, BillingMonth month, BillingAccountId account, Currency currency) {}
