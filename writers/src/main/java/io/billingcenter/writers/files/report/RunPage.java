package io.billingcenter.writers.files.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.Closing;
import io.billingcenter.domain.report.RunReport.Held;
import io.billingcenter.domain.report.RunReport.History;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.report.RunReport.Mover;
import io.billingcenter.domain.report.RunReport.Movers;
import io.billingcenter.domain.report.RunReport.Outcome;
import io.billingcenter.domain.report.RunReport.ReconciliationLine;
import io.billingcenter.domain.report.RunReport.Run;
import io.billingcenter.writers.files.report.BarChart.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values that the template {@code run-report.html} derives from a report: sums, captions and charts. Public, because
 * templates call it.
 */
public final class RunPage {

    private static final int MAX_ATTENTION_ITEMS = 50;

    private final RunReport report;
    private final List<BarChart> charts = new ArrayList<>();
    private final List<Meter> meters = new ArrayList<>();

    /** A meter of the table of usage, with a small chart of its days. */
    public record Meter(MeterUsage usage, BarChart chart) {}

    /**
     * The movers of one table.
     *
     * @param kind {@code workspace} or {@code account}
     */
    public record MoverGroup(String kind, String caption, List<Mover> movers) {}

    RunPage(RunReport report) {
        this.report = report;
        History history = report.history();
        addChart("Accepted records by billing day", history.records(), FigureText::plain);
        for (History.Amounts amounts : history.amounts()) {
            addChart("Amounts posted by day, " + amounts.currency(), amounts.daily(), FigureText::grouped);
        }
        for (MeterUsage usage : report.usage()) {
            // Ids of charts are unique in the page, so the numbers continue here.
            String id = id(charts.size() + meters.size());
            Series series = new Series(history.days(), usage.daily(), FigureText::plain);
            meters.add(new Meter(usage, BarChart.small(id, "Usage of " + usage.meter() + " by day", series)));
        }
    }

    /** Returns the title of the page. */
    public String title() {
        Run run = report.run();
        return run.job() + " " + run.period() + ", run " + run.number();
    }

    /** Returns the outcome of the run. */
    public String status() {
        if (report.run().failure() != null) {
            return "failed";
        }
        if (!report.needsAttention()) {
            return "done";
        }
        return report.hasHolds() ? "done, with holds" : "done, needs attention";
    }

    /** Returns the CSS class of the outcome. */
    public String statusStyle() {
        if (report.run().failure() != null) {
            return "bad";
        }
        return report.needsAttention() ? "warn" : "good";
    }

    /** Returns whether the run posted under another day than that of its period. */
    public boolean postedOnAnotherDay() {
        String postedDay = report.run().postedDay();
        return postedDay != null && !postedDay.equals(report.run().period());
    }

    /** Returns the number of workspace-days of the period that are free or have no usage. */
    public long freeWorkspaceDays() {
        return report.outcomes().stream()
                .filter(outcome -> outcome.outcome().equals(RatingOutcome.FREE.code()))
                .mapToLong(Outcome::workspaceDays)
                .sum();
    }

    /** Returns the number of held workspace-days of the period. */
    public long heldOfPeriod() {
        return report.held().stream().mapToLong(Held::ofPeriod).sum();
    }

    /** Returns the number of held workspace-days before the period. */
    public long heldEarlier() {
        return report.held().stream().mapToLong(Held::earlier).sum();
    }

    /** Returns the result of the gates in a word or two. */
    public String gateResult() {
        if (report.reconciliation().isEmpty()) {
            return "not compared";
        }
        boolean agrees = report.reconciliation().stream().allMatch(line -> line.differences() == 0);
        return agrees ? "agrees" : "differs";
    }

    /** Returns the number of pairs that the gates compared. */
    public long comparedPairs() {
        return report.reconciliation().stream()
                .mapToLong(ReconciliationLine::compared)
                .sum();
    }

    /** Returns whether there are movers and something to compare them with. */
    public boolean hasMovers() {
        return report.movers().comparedWith() != 0 && !report.movers().movers().isEmpty();
    }

    /** Returns the unit of the compared periods, in the plural if there are several. */
    public String comparedUnits() {
        Movers movers = report.movers();
        return movers.comparedWith() == 1 ? movers.unit() : movers.unit() + "s";
    }

    /** Returns the movers by kind, workspaces first; without kinds that have none. */
    public List<MoverGroup> movers() {
        if (!hasMovers()) {
            return List.of();
        }
        return Stream.of(
                        movers(RunReport.Mover.WORKSPACE, "Workspaces"),
                        movers(RunReport.Mover.ACCOUNT, "Billing accounts"))
                .filter(group -> !group.movers().isEmpty())
                .toList();
    }

    /** Returns the charts of the last days. */
    public List<BarChart> charts() {
        return List.copyOf(charts);
    }

    /** Returns the used meters, each with a chart. */
    public List<Meter> meters() {
        return List.copyOf(meters);
    }

    /** Returns the first 50 items that need attention. */
    public List<AttentionItem> attention() {
        return report.attention().stream().limit(MAX_ATTENTION_ITEMS).toList();
    }

    /** Returns the caption of the items that need attention. */
    public String attentionCaption() {
        int count = report.attention().size();
        return count <= MAX_ATTENTION_ITEMS
                ? "Not acknowledged"
                : "Not acknowledged, the first " + MAX_ATTENTION_ITEMS + " of " + FigureText.count(count)
                        + "; billing holds lists all";
    }

    /** Returns the caption of the files with quarantined records. */
    public String quarantineCaption() {
        long more = report.quarantine().moreFiles();
        return more == 0 ? "By file" : "By file; " + FigureText.count(more) + " more are not listed";
    }

    /** Returns whether the checklist of the close has findings; false for a day. */
    public boolean hasFindings() {
        Closing closing = report.closing();
        return closing != null && !closing.findings().isEmpty();
    }

    private MoverGroup movers(String kind, String caption) {
        List<Mover> movers = report.movers().movers().stream()
                .filter(mover -> mover.kind().equals(kind))
                .toList();
        return new MoverGroup(kind, caption, movers);
    }

    private void addChart(String title, List<BigDecimal> values, Function<BigDecimal, String> format) {
        charts.add(BarChart.of(
                id(charts.size()), title, new Series(report.history().days(), values, format)));
    }

    private static String id(int chartsBefore) {
        return "chart-" + (chartsBefore + 1);
    }
}
