/**
 * Work of billing: {@link io.billingcenter.readers.tables.billing.RatingWorkReader}, then {@link
 * io.billingcenter.readers.tables.billing.PostingWorkReader}, then {@link io.billingcenter.readers.tables.invoicing.InvoiceReader}.
 */
@NullMarked
package io.billingcenter.readers.tables.billing;

import org.jspecify.annotations.NullMarked;
