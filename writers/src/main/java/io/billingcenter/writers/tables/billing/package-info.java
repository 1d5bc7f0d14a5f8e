/**
 * Results of billing: {@link io.billingcenter.writers.tables.billing.RatedDayWriter}, then {@link
 * io.billingcenter.writers.tables.billing.PostingWriter} and {@link io.billingcenter.writers.tables.billing.FeePostingWriter}, then {@link io.billingcenter.writers.tables.invoicing.InvoiceWriter}.
 */
@NullMarked
package io.billingcenter.writers.tables.billing;

import org.jspecify.annotations.NullMarked;
