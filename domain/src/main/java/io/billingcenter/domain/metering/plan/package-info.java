/** Plans what a run has to read: listed files, readings, slices of large workspace-days, and partitions. */
@NullMarked
package io.billingcenter.domain.metering.plan;

import org.jspecify.annotations.NullMarked;
