package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;

/**
 * The date for the invoices of a month that is to be closed.
 *
 * @param isGiven whether a person gave it; otherwise it is the day of the close, and a repeat on another day is no
 *     contradiction
 */
public record IssueDate(BillingDay day, boolean isGiven) {}
