/** Traffic into measures: {@link io.billingcenter.jobs.metering.MeterTrafficJob}. */
@NullMarked
package io.billingcenter.jobs.metering;

import org.jspecify.annotations.NullMarked;
