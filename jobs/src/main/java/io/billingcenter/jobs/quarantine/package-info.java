/** Mended records on their way back: {@link io.billingcenter.jobs.quarantine.ReplayRepairsJob}. */
@NullMarked
package io.billingcenter.jobs.quarantine;

import org.jspecify.annotations.NullMarked;
