/** The figures of a run report: {@link io.billingcenter.readers.report.RunReportReader}. */
@NullMarked
package io.billingcenter.readers.report;

import org.jspecify.annotations.NullMarked;
