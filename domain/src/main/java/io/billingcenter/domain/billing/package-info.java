/**
 * From charges to invoices: start with {@link io.billingcenter.domain.billing.PostingCalculator}, which posts the
 * difference between what a workspace-day costs and what was posted for it before. What is owed by agreement comes from
 * {@link io.billingcenter.domain.billing.FeeSchedule} and is posted by
 * {@link io.billingcenter.domain.billing.FeeCalculator} in the same way.
 */
@NullMarked
package io.billingcenter.domain.billing;

import org.jspecify.annotations.NullMarked;
