/** Neighbouring stages compared: start with {@link io.billingcenter.domain.reconciliation.WorkspaceDayControl}. */
@NullMarked
package io.billingcenter.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
