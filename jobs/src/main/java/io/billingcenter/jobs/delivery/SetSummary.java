package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sets of files of a month, and those that were refused. */
@Component
@Order(SummaryOrder.FILES)
class SetSummary implements SummarySection {

    private final SetReport report;

    SetSummary(SetReport report) {
        this.report = report;
    }

    @Override
    public void write(Summary summary) {
        for (SetReport.Outcome outcome : report.of(summary.runId())) {
            SetResult result = outcome.result();
            if (result != null) {
                summary.row("files", result.folder() + (result.isNew() ? "" : " (unchanged)"));
            }
            SetRefusedException refusal = outcome.refusal();
            if (refusal != null) {
                summary.row("refused", outcome.kind().code() + ": " + refusal.getMessage());
                require(refusal, summary);
            }
        }
    }

    private static void require(SetRefusedException refusal, Summary summary) {
        if (refusal.isUnbalanced()) {
            summary.outOfBalance();
        } else {
            summary.requireAttention();
        }
    }
}
