package io.billingcenter.jobs.guard;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.guard.AccountDayReader;
import io.billingcenter.readers.tables.guard.GuardReportReader;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reports of the guards, and the account-days of the day that are held as unusual. */
@Component
@Order(SummaryOrder.GUARDS)
class GuardSummary implements SummarySection {

    private static final int LISTED = 20;

    private final JdbcTemplate jdbc;

    GuardSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        List<GuardReportReader.Line> lines = new GuardReportReader(jdbc).lines(summary.runId());
        lines.forEach(line -> summary.row("guard", line.text()));
        if (lines.stream().anyMatch(GuardReportReader.Line::attention)) {
            summary.requireAttention();
        }
        if (summary.request().day() == null || summary.request().job().compares()) {
            return;
        }
        List<String> unusual =
                new AccountDayReader(jdbc, 0).heldDetails(summary.request().requireDay());
        unusual.stream().limit(LISTED).forEach(detail -> summary.row("unusual", detail));
        if (unusual.size() > LISTED) {
            summary.row("", "and " + Summary.count(unusual.size() - LISTED) + " more, see holds.csv");
        }
    }
}
