package io.billingcenter.jobs.quarantine;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The repair files that a run added or removed. */
@Component
@Order(SummaryOrder.REPAIRS)
class RepairSummary implements SummarySection {

    private final ReplayReport report;

    RepairSummary(ReplayReport report) {
        this.report = report;
    }

    @Override
    public void write(Summary summary) {
        report.of(summary.runId()).forEach(line -> summary.row("replay", line));
    }
}
