/** Measures into postings: {@link io.billingcenter.jobs.billing.BillUsageJob}. */
@NullMarked
package io.billingcenter.jobs.billing;

import org.jspecify.annotations.NullMarked;
