package io.billingcenter.jobs.delivery;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The folders of delivered files. */
@Component
@Order(SummaryOrder.FILES)
class DeliverySummary implements SummarySection {

    private final DeliveryReport report;

    DeliverySummary(DeliveryReport report) {
        this.report = report;
    }

    @Override
    public void write(Summary summary) {
        report.of(summary.runId())
                .forEach(result -> summary.row("files", result.folder() + (result.isNew() ? "" : " (unchanged)")));
    }
}
