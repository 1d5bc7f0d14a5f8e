package io.billingcenter.jobs.guard;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The findings that need attention after the run. */
@Component
@Order(SummaryOrder.ATTENTION)
class AttentionSummary implements SummarySection {

    private final AttentionLookup attention;

    AttentionSummary(AttentionLookup attention) {
        this.attention = attention;
    }

    @Override
    public void write(Summary summary) {
        List<AttentionItem> items = attention.after(summary.request(), summary.runId());
        new AttentionText(items).lines().forEach(line -> summary.row(line.head(), line.text()));
        if (items.stream().anyMatch(AttentionItem::urgent)) {
            summary.requireAttention();
        }
    }
}
