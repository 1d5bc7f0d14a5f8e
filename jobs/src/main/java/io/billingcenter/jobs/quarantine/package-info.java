/** The replay of repaired records: {@link io.billingcenter.jobs.quarantine.ReplayRepairsJob}. */
@NullMarked
package io.billingcenter.jobs.quarantine;

import org.jspecify.annotations.NullMarked;
