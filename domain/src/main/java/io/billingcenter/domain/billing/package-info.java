/**
 * From charges to invoices: start with {@link io.billingcenter.domain.billing.PostingCalculator}, which posts the
 * difference between what a workspace-day costs and what was posted for it before.
 */
@NullMarked
package io.billingcenter.domain.billing;

import org.jspecify.annotations.NullMarked;
