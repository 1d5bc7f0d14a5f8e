/** The summary that is printed at the end of a run: {@link io.billingcenter.jobs.summary.RunSummary}. */
@NullMarked
package io.billingcenter.jobs.summary;

import org.jspecify.annotations.NullMarked;
