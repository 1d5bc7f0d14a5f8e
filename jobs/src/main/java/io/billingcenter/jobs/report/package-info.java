/** What is told of a run at its end: {@link io.billingcenter.jobs.report.RunReports}. */
@NullMarked
package io.billingcenter.jobs.report;

import org.jspecify.annotations.NullMarked;
