/**
 * What billing finds in the tables: {@link io.billingcenter.readers.billing.RatingWorkReader}, then {@link
 * io.billingcenter.readers.billing.PostingWorkReader}, then {@link io.billingcenter.readers.billing.InvoiceReader}.
 */
@NullMarked
package io.billingcenter.readers.billing;

import org.jspecify.annotations.NullMarked;
