package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.reconciliation.BalanceChecks;
import io.billingcenter.readers.tables.reconciliation.BalanceChecks.Check;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The comparisons of a run that only compares. */
@Component
@Order(SummaryOrder.BALANCE)
class BalanceSummary implements SummarySection {

    private final JdbcTemplate jdbc;

    BalanceSummary(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Summary summary) {
        if (!summary.request().job().compares()) {
            return;
        }
        for (Check check : new BalanceChecks(jdbc).ofLastRun()) {
            summary.line(String.format(
                    Locale.ROOT,
                    "%-16s %12s agree: %s = %s",
                    check.level(),
                    Summary.count(check.compared()),
                    check.left().toPlainString(),
                    check.right().toPlainString()));
        }
    }
}
