/**
 * Reconciliation of neighbouring stages. The entry point is {@link
 * io.billingcenter.domain.reconciliation.WorkspaceDayControl}.
 */
@NullMarked
package io.billingcenter.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
