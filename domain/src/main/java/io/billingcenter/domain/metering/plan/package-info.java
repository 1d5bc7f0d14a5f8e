/** Planning of the files a run has to read: listed files, readings, slices of large workspace-days, and bins. */
@NullMarked
package io.billingcenter.domain.metering.plan;

import org.jspecify.annotations.NullMarked;
