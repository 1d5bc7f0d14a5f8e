/** Postings into invoices: {@link io.billingcenter.jobs.invoice.CloseMonthJob}. */
@NullMarked
package io.billingcenter.jobs.invoice;

import org.jspecify.annotations.NullMarked;
