/** The figures of a run report: {@link io.billingcenter.readers.tables.report.RunReportReader}. */
@NullMarked
package io.billingcenter.readers.tables.report;

import org.jspecify.annotations.NullMarked;
