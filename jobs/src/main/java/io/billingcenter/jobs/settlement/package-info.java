/** Postings into payments: {@link io.billingcenter.jobs.settlement.SettleBillsJob}. */
@NullMarked
package io.billingcenter.jobs.settlement;

import org.jspecify.annotations.NullMarked;
