package io.billingcenter.jobs.report;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The page of the report. */
@Component
@Order(SummaryOrder.REPORT)
class ReportSummary implements SummarySection {

    private final RunReports reports;

    ReportSummary(RunReports reports) {
        this.reports = reports;
    }

    @Override
    public void write(Summary summary) {
        reports.page(summary.runId()).ifPresent(page -> summary.row("report", page.toString()));
    }
}
