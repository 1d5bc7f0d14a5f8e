/** A run as a page and as JSON: {@link io.billingcenter.writers.report.ReportFolder}. */
@NullMarked
package io.billingcenter.writers.report;

import org.jspecify.annotations.NullMarked;
