package io.billingcenter.jobs.document;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The documents that were not made; each needs attention. */
@Component
@Order(SummaryOrder.FILES)
class HeldDocumentSummary implements SummarySection {

    private final HeldDocuments held;

    HeldDocumentSummary(HeldDocuments held) {
        this.held = held;
    }

    @Override
    public void write(Summary summary) {
        for (String reason : held.of(summary.runId())) {
            summary.row("held", reason);
            summary.requireAttention();
        }
    }
}
