/** Everything for a day: {@link io.billingcenter.jobs.nightly.NightlyJob}. */
@NullMarked
package io.billingcenter.jobs.nightly;

import org.jspecify.annotations.NullMarked;
