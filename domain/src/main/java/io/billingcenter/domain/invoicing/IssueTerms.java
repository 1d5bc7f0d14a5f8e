package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.time.BillingDay;

/**
 * The terms under which the invoices of a month are issued, stored when the month is closed.
 *
 * @param invoiceDate date of the invoices
 * @param layout layout in which the files of the month are delivered, now and later
 */
public record IssueTerms(BillingDay invoiceDate, InvoiceLayout layout) {}
