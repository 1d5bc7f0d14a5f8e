package io.billingcenter.jobs.guard;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.guard.HeldDays;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The workspace-days that are held, up to the day. */
@Component
@Order(SummaryOrder.HOLDS)
class HoldSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    HoldSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().isOfBillingDay()) {
            return;
        }
        long held = new HeldDays(jdbc).upTo(summary.request().requireDay());
        summary.row("holds", held == 0 ? "none" : Summary.count(held) + " workspace-days, see holds.csv");
    }
}
