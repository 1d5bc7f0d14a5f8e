/** Postings into invoices: {@link io.billingcenter.jobs.invoicing.CloseMonthJob}. */
@NullMarked
package io.billingcenter.jobs.invoicing;

import org.jspecify.annotations.NullMarked;
