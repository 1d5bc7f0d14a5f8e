/**
 * The progress of a run, on a terminal and in the log: {@link io.billingcenter.jobs.progress.ProgressDisplay}. Nothing that a
 * run computes depends on it.
 */
@NullMarked
package io.billingcenter.jobs.progress;

import org.jspecify.annotations.NullMarked;
