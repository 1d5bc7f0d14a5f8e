package io.billingcenter.jobs.billing;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.billing.RaisedAlerts;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The alerts of the day. */
@Component
@Order(SummaryOrder.ALERTS)
class AlertSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    AlertSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().isOfBillingDay()) {
            return;
        }
        long raised = new RaisedAlerts(jdbc).count(summary.request().requireDay());
        if (raised > 0) {
            summary.row("alerts", Summary.count(raised) + ", see alerts.csv");
        }
    }
}
