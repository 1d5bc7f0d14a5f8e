package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.History;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the report of a run. */
public final class RunReportReader {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public RunReportReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the report of a run.
     *
     * @param run the run; its seal is filled in
     * @param attention the items that need attention after the run
     */
    public RunReport read(RunReport.Run run, ReportScope scope, List<AttentionItem> attention) {
        TrafficFigures traffic = new TrafficFigures(jdbc, scope);
        UsageFigures usage = new UsageFigures(jdbc, scope);
        MoneyFigures money = new MoneyFigures(jdbc, scope);
        ProofFigures proof = new ProofFigures(jdbc, scope);
        return new RunReport(
                new RunReport.Run(
                        run.job(),
                        run.period(),
                        run.postedDay(),
                        run.number(),
                        run.started(),
                        run.failure(),
                        proof.seal()),
                traffic.readByRun(),
                traffic.ofPeriod(),
                money.billed(),
                money.invoiced(),
                usage.outcomes(),
                usage.byMeter(),
                usage.held(),
                attention,
                new WordReader(jdbc).newest(),
                traffic.quarantine(),
                new History(scope.history(), traffic.daily(), money.daily()),
                new MoverReader(jdbc, scope).read(),
                proof.balance(),
                proof.differences(),
                proof.delivered(),
                new ClosingFigures(jdbc, scope).closing(),
                new ShipmentFigures(jdbc, scope).shipments());
    }
}
