package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * The names and dates of an invoice. They are stored when it is issued, so that a later change of an account, a profile or
 * a setting does not change a document that exists.
 *
 * @param accountName name of the billing account; may be empty
 * @param invoiceDate day of issue; null on a draft
 * @param dueDate day by which the invoice is to be paid; null on a draft
 */
public record InvoiceHeader(
        String accountName,
        @Nullable BillingDay invoiceDate,
        @Nullable BillingDay dueDate,
        Seller seller,
        Buyer buyer) {}
