package io.billingcenter.jobs.billing;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.billing.PostedTotals;
import io.billingcenter.readers.tables.billing.PostedTotals.Total;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The postings under the posted day of the run. */
@Component
@Order(SummaryOrder.POSTINGS)
class PostingSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    PostingSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().isOfBillingDay() || summary.request().postedDay() == null) {
            return;
        }
        for (Total total : new PostedTotals(jdbc).under(summary.request().requirePostedDay())) {
            summary.row(
                    "bills",
                    total.currency() + " " + total.amount().toPlainString() + " in " + Summary.count(total.lines())
                            + " lines of " + Summary.count(total.accounts()) + " accounts");
        }
    }
}
