/**
 * Writes a run as a page and as JSON. The entry point is {@link io.billingcenter.writers.files.report.ReportFolder}.
 */
@NullMarked
package io.billingcenter.writers.files.report;

import org.jspecify.annotations.NullMarked;
