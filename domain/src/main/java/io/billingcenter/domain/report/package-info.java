/** The report on a run: {@link io.billingcenter.domain.report.RunReport}. */
@NullMarked
package io.billingcenter.domain.report;

import org.jspecify.annotations.NullMarked;
