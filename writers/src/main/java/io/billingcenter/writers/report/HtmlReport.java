package io.billingcenter.writers.report;

import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.BalanceLine;
import io.billingcenter.domain.report.RunReport.DeliveredSet;
import io.billingcenter.domain.report.RunReport.History;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.report.RunReport.Mover;
import io.billingcenter.domain.report.RunReport.Traffic;
import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A run as one page: no script, nothing from outside, readable in light and dark, narrow and wide. */
final class HtmlReport {

    /** From the folder of a report to that of all delivered files. */
    private static final String TO_FILES = "../../";

    private final RunReport report;
    private final Html html = new Html();
    private int charts;

    private HtmlReport(RunReport report) {
        this.report = report;
    }

    static String of(RunReport report) {
        HtmlReport page = new HtmlReport(report);
        page.write();
        return page.html.finish();
    }

    private void write() {
        html.doctype().open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title()).style(styleSheet()).close();
        html.open("body").open("main");
        writeHead();
        writeTiles();
        writeMoney();
        writeHistory();
        writeUsage();
        writeMovers();
        writeTraffic();
        writeHolds();
        writeQuarantine();
        writeBalance();
        writeFiles();
        html.close().close().close();
    }

    private String title() {
        return report.run().job() + " " + report.run().period() + ", run " + report.run().number();
    }

    private void writeHead() {
        RunReport.Run run = report.run();
        html.open("header").element("h1", title());
        html.open("p");
        if (run.failure() != null) {
            html.element("span", "failed", "class", "status bad");
        } else if (report.hasHolds()) {
            html.element("span", "done, something is held", "class", "status warn");
        } else {
            html.element("span", "done", "class", "status good");
        }
        html.element("span", " started " + run.started(), "class", "muted");
        if (run.postedDay() != null && !run.postedDay().equals(run.period())) {
            html.element("span", ", posted under " + run.postedDay(), "class", "muted");
        }
        html.close();
        if (run.failure() != null) {
            html.element("p", run.failure(), "class", "failure bad");
            html.element("p", "The figures below are what lies in the tables after the failure.", "class", "muted");
        }
        if (run.seal() != null) {
            html.open("p").text("Seal ").element("span", run.seal(), "class", "seal").close();
        }
        html.close();
    }

    private void writeTiles() {
        html.open("dl", "class", "tiles");
        Traffic period = report.period();
        tile("records", Figures.count(period.records()), Figures.count(period.files(), "file", "files"));
        if (report.billed().isEmpty()) {
            tile("billed", "nothing", "nothing was posted under " + report.run().period());
        }
        for (RunReport.Billed billed : report.billed()) {
            tile(
                    "billed",
                    billed.currency() + " " + Figures.grouped(billed.amount()),
                    Figures.count(billed.lines(), "line", "lines") + ", "
                            + Figures.count(billed.accounts(), "account", "accounts"));
        }
        tile("free or without usage", Figures.count(outcome("free")), "workspace-days");
        long held = report.held().stream().mapToLong(RunReport.Held::ofPeriod).sum();
        long earlier = report.held().stream().mapToLong(RunReport.Held::earlier).sum();
        tile("held", Figures.count(held), "workspace-days, and " + Figures.count(earlier) + " of earlier days");
        tile("quarantined", Figures.count(report.quarantine().total()), "bad records and files");
        long differences =
                report.balance().stream().mapToLong(BalanceLine::differences).sum();
        tile(
                "balance",
                report.balance().isEmpty() ? "not compared" : differences == 0 ? "agrees" : "differs",
                Figures.count(report.balance().stream()
                                .mapToLong(BalanceLine::compared)
                                .sum())
                        + " pairs compared");
        html.close();
    }

    private void tile(String name, String figure, String note) {
        html.open("div", "class", "tile").element("dt", name);
        html.open("dd").text(figure).element("small", note).close().close();
    }

    private long outcome(String outcome) {
        return report.outcomes().stream()
                .filter(found -> found.outcome().equals(outcome))
                .mapToLong(RunReport.Outcome::workspaceDays)
                .sum();
    }

    private void writeMoney() {
        section("Billed");
        if (report.billed().isEmpty()) {
            html.element("p", "Nothing was posted.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "What was posted, by currency",
                    List.of("currency", "#lines", "#accounts", "#usage", "#adjustments", "#fees", "#amount"),
                    table -> report.billed()
                            .forEach(billed -> table.row(
                                    billed.currency(),
                                    Figures.count(billed.lines()),
                                    Figures.count(billed.accounts()),
                                    Figures.grouped(billed.usage()),
                                    Figures.grouped(billed.adjustments()),
                                    Figures.grouped(billed.fees()),
                                    Figures.grouped(billed.amount()))));
        }
        if (!report.invoiced().isEmpty()) {
            HtmlTable.write(
                    html,
                    "Invoices of the month",
                    List.of("currency", "#invoices", "first", "last", "#total"),
                    table -> report.invoiced()
                            .forEach(invoiced -> table.row(
                                    invoiced.currency(),
                                    Figures.count(invoiced.invoices()),
                                    invoiced.first(),
                                    invoiced.last(),
                                    Figures.grouped(invoiced.total()))));
        }
        html.close();
    }

    private void writeHistory() {
        History history = report.history();
        section("The last " + history.days().size() + " days");
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
                table.cell(Figures.plain(history.records().get(i)));
                for (History.Amounts amounts : history.amounts()) {
                    table.cell(Figures.grouped(amounts.daily().get(i)));
                }
                table.end();
            }
        });
        html.close().close();
    }

    private void chart(String title, List<BillingDay> days, List<BigDecimal> values, boolean money) {
        charts++;
        html.open("figure").element("figcaption", title);
        new SvgBars(days, values, money ? Figures::grouped : Figures::plain).draw(html, "chart-" + charts, title);
        html.close();
    }

    private void writeUsage() {
        section("Usage");
        HtmlTable.write(
                html,
                "Workspace-days by what became of them",
                List.of("outcome", "#workspace-days"),
                table -> report.outcomes()
                        .forEach(outcome -> table.row(outcome.outcome(), Figures.count(outcome.workspaceDays()))));
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
        table.cell(Figures.plain(usage.charged()));
        table.cell(Figures.plain(usage.free()));
        table.cell(Figures.plain(usage.held()));
        charts++;
        table.cell(() -> new SvgBars(report.history().days(), usage.daily(), Figures::plain)
                .drawSmall(html, "chart-" + charts, "Usage of " + usage.meter() + " by day"));
        table.end();
    }

    private void writeMovers() {
        RunReport.Movers movers = report.movers();
        section("Top movers");
        String units = movers.comparedWith() == 1 ? movers.unit() : movers.unit() + "s";
        if (movers.comparedWith() == 0) {
            html.element("p", "There is no earlier " + movers.unit() + " to compare with.", "class", "muted");
        } else if (movers.movers().isEmpty()) {
            html.element("p", "All amounts are as before.", "class", "muted");
        } else {
            html.element(
                    "p",
                    "Amounts beside the average of the " + movers.comparedWith() + " " + units
                            + " before under which anything was posted.",
                    "class",
                    "muted");
            for (String kind : List.of("workspace", "account")) {
                List<Mover> ofKind = movers.movers().stream()
                        .filter(mover -> mover.kind().equals(kind))
                        .toList();
                if (!ofKind.isEmpty()) {
                    writeMovers(kind, ofKind);
                }
            }
        }
        html.close();
    }

    private void writeMovers(String kind, List<Mover> movers) {
        HtmlTable.write(
                html,
                kind.equals("workspace") ? "Workspaces" : "Billing accounts",
                List.of(kind, "name", "currency", "#amount", "#average before", "#difference"),
                table -> movers.forEach(mover -> table.row(
                        mover.id(),
                        mover.name(),
                        mover.currency(),
                        Figures.grouped(mover.amount()),
                        Figures.grouped(mover.average()),
                        Figures.signed(mover.difference()))));
    }

    private void writeTraffic() {
        section("Read");
        HtmlTable.write(
                html,
                "Files and records by class",
                List.of(
                        "what",
                        "#workspace-days",
                        "#files",
                        "#unreadable",
                        "#size",
                        "#records",
                        "#accepted",
                        "#duplicate",
                        "#conflicting",
                        "#quarantined"),
                table -> {
                    writeTraffic(table, "by this run", report.read());
                    writeTraffic(table, "of " + report.run().period() + ", as it stands", report.period());
                });
        html.close();
    }

    private static void writeTraffic(HtmlTable table, String what, Traffic traffic) {
        table.row(
                what,
                Figures.count(traffic.workspaceDays()),
                Figures.count(traffic.files()),
                Figures.count(traffic.unreadableFiles()),
                Figures.bytes(traffic.bytes()),
                Figures.count(traffic.records()),
                Figures.count(traffic.accepted()),
                Figures.count(traffic.duplicates()),
                Figures.count(traffic.conflicts()),
                Figures.count(traffic.quarantined()));
    }

    private void writeHolds() {
        section("Held");
        if (report.held().isEmpty()) {
            html.element("p", "Nothing is held.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "Workspace-days that are not charged yet, by reason; holds.csv of their days lists them",
                    List.of("reason", "#of " + report.run().period(), "#of earlier days"),
                    table -> report.held()
                            .forEach(held -> table.row(
                                    held.reason(), Figures.count(held.ofPeriod()), Figures.count(held.earlier()))));
        }
        html.close();
    }

    private void writeQuarantine() {
        RunReport.Quarantine quarantine = report.quarantine();
        section("Quarantined");
        if (quarantine.reasons().isEmpty()) {
            html.element("p", "Nothing is in quarantine.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "Records, and files that cannot be read, by reason",
                    List.of("reason", "#records"),
                    table -> quarantine
                            .reasons()
                            .forEach(reason -> table.row(reason.reason(), Figures.count(reason.records()))));
            HtmlTable.write(
                    html,
                    quarantine.moreFiles() == 0
                            ? "By file"
                            : "By file; " + Figures.count(quarantine.moreFiles()) + " more are not listed",
                    List.of("file", "workspace", "day", "reason", "#records"),
                    table -> quarantine
                            .files()
                            .forEach(file -> table.row(
                                    file.file(),
                                    file.workspace(),
                                    file.day().toString(),
                                    file.reason(),
                                    Figures.count(file.records()))));
        }
        html.close();
    }

    private void writeBalance() {
        section("Balance");
        if (report.balance().isEmpty()) {
            html.element("p", "No gate was reached.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "Neighbouring stages, compared by the gates of this run",
                    List.of("gate", "level", "left", "right", "#compared", "#differ", "#left sum", "#right sum"),
                    table -> report.balance()
                            .forEach(line -> table.row(
                                    line.gate(),
                                    line.level(),
                                    line.left(),
                                    line.right(),
                                    Figures.count(line.compared()),
                                    Figures.count(line.differences()),
                                    Figures.plain(line.leftSum()),
                                    Figures.plain(line.rightSum()))));
        }
        if (!report.differences().isEmpty()) {
            html.element("h3", "What differs");
            HtmlTable.write(
                    html,
                    "The first pairs that are not equal",
                    List.of("what", "gate", "level", "left", "right"),
                    table -> report.differences()
                            .forEach(found -> table.row(
                                    found.subject(), found.gate(), found.level(), found.left(), found.right())));
        }
        html.close();
    }

    private void writeFiles() {
        section("Delivered files");
        if (report.delivered().isEmpty()) {
            html.element("p", "Nothing was delivered.", "class", "muted");
        }
        for (DeliveredSet set : report.delivered()) {
            String folder = TO_FILES + set.folder() + "/";
            html.open("details", "open", "open");
            html.element("summary", set.folder() + (set.isNew() ? "" : " (unchanged by this run)"));
            HtmlTable.write(
                    html,
                    "Files of " + set.folder(),
                    List.of("file", "#rows", "#size"),
                    table -> set.files().forEach(file -> {
                        table.begin();
                        table.cell(() -> html.element("a", file.path(), "href", folder + file.path()));
                        table.cell(Figures.count(file.rows()));
                        table.cell(Figures.bytes(file.bytes()));
                        table.end();
                    }));
            html.close();
        }
        html.close();
    }

    private void section(String heading) {
        html.open("section").element("h2", heading);
    }

    private static String styleSheet() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
