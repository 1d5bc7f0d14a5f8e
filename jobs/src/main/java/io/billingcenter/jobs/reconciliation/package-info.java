/** The gates of a run: {@link io.billingcenter.jobs.reconciliation.ReconcileJob}. */
@NullMarked
package io.billingcenter.jobs.reconciliation;

import org.jspecify.annotations.NullMarked;
