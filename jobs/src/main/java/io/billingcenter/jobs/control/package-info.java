/** The gates of a run: {@link io.billingcenter.jobs.control.ReconcileJob}. */
@NullMarked
package io.billingcenter.jobs.control;

import org.jspecify.annotations.NullMarked;
