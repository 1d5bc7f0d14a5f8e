/**
 * What billing leaves in the tables: {@link io.billingcenter.writers.billing.RatedDayWriter}, then {@link
 * io.billingcenter.writers.billing.PostingWriter} and {@link io.billingcenter.writers.billing.FeePostingWriter}, then {@link io.billingcenter.writers.billing.InvoiceWriter}.
 */
@NullMarked
package io.billingcenter.writers.billing;

import org.jspecify.annotations.NullMarked;
