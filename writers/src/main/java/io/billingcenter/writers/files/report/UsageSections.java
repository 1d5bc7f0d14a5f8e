package io.billingcenter.writers.files.report;

import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.History;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the last days looked like, and what was used. */
final class UsageSections {

    private final RunReport report;
    private final Html html;
    private int charts;

    UsageSections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        writeHistory();
        writeUsage();
    }

    private void writeHistory() {
        History history = report.history();
        html.section("The last " + history.days().size() + " days");
        html.open("div", "class", "charts");
        chart("Accepted records by billing day", history.days(), history.records(), false);
        for (History.Amounts amounts : history.amounts()) {
            chart("Amounts posted by day, " + amounts.currency(), history.days(), amounts.daily(), true);
        }
        html.close();
        html.open("details").element("summary", "The figures of these charts");
        List<String> titles = new ArrayList<>(List.of("day", "#records"));
        history.amounts().forEach(amounts -> titles.add("#" + amounts.currency()));
        HtmlTable.write(html, "Records and amounts by day", titles, table -> {
            for (int i = 0; i < history.days().size(); i++) {
                table.begin();
                table.cell(history.days().get(i).toString());
                table.cell(FigureText.plain(history.records().get(i)));
                for (History.Amounts amounts : history.amounts()) {
                    table.cell(FigureText.grouped(amounts.daily().get(i)));
                }
                table.end();
            }
        });
        html.close().close();
    }

    private void chart(String title, List<BillingDay> days, List<BigDecimal> values, boolean money) {
        charts++;
        html.open("figure").element("figcaption", title);
        new SvgBars(days, values, money ? FigureText::grouped : FigureText::plain).draw(html, "chart-" + charts, title);
        html.close();
    }

    private void writeUsage() {
        html.section("Usage");
        HtmlTable.write(
                html,
                "Workspace-days by what became of them",
                List.of("outcome", "#workspace-days"),
                table -> report.outcomes()
                        .forEach(outcome -> table.row(outcome.outcome(), FigureText.count(outcome.workspaceDays()))));
        if (!report.usage().isEmpty()) {
            HtmlTable.write(
                    html,
                    "Usage by meter in base units, and all of it on the last "
                            + report.history().days().size() + " days",
                    List.of("meter", "#charged", "#free", "#held", "day by day"),
                    table -> report.usage().forEach(usage -> writeMeter(table, usage)));
        }
        html.close();
    }

    private void writeMeter(HtmlTable table, MeterUsage usage) {
        table.begin();
        table.cell(usage.meter());
        table.cell(FigureText.plain(usage.charged()));
        table.cell(FigureText.plain(usage.free()));
        table.cell(FigureText.plain(usage.held()));
        charts++;
        table.cell(() -> new SvgBars(report.history().days(), usage.daily(), FigureText::plain)
                .drawSmall(html, "chart-" + charts, "Usage of " + usage.meter() + " by day"));
        table.end();
    }
}
