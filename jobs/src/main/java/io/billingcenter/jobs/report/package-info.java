/** The report of a run: {@link io.billingcenter.jobs.report.RunReports}. */
@NullMarked
package io.billingcenter.jobs.report;

import org.jspecify.annotations.NullMarked;
