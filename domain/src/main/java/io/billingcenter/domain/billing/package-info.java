/**
 * Postings from charges. {@link io.billingcenter.domain.billing.PostingCalculator} posts the difference between the
 * current charges of a workspace-day and its earlier postings. Amounts owed by agreement come from {@link
 * io.billingcenter.domain.billing.FeeSchedule} and are posted by {@link io.billingcenter.domain.billing.FeeCalculator}
 * in the same way.
 */
@NullMarked
package io.billingcenter.domain.billing;

import org.jspecify.annotations.NullMarked;
