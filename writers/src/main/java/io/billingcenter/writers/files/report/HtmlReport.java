package io.billingcenter.writers.files.report;

import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.ReconciliationLine;
import io.billingcenter.domain.report.RunReport.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A run as one page: no script, nothing from outside, readable in light and dark, narrow and wide. */
final class HtmlReport {

    private final RunReport report;
    private final Html html = new Html();

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
        new MoneySections(report, html).write();
        new UsageSections(report, html).write();
        new TrafficSections(report, html).write();
        new ProofSections(report, html).write();
        html.close().close().close();
    }

    private String title() {
        return report.run().job() + " " + report.run().period() + ", run "
                + report.run().number();
    }

    private void writeHead() {
        RunReport.Run run = report.run();
        html.open("header").element("h1", title());
        html.open("p");
        if (run.failure() != null) {
            html.element("span", "failed", "class", "status bad");
        } else if (report.needsAttention()) {
            html.element(
                    "span",
                    report.hasHolds() ? "done, something is held" : "done, with something to look at",
                    "class",
                    "status warn");
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
            html.open("p")
                    .text("Seal ")
                    .element("span", run.seal(), "class", "seal")
                    .close();
        }
        html.close();
    }

    private void writeTiles() {
        html.open("dl", "class", "tiles");
        Traffic period = report.period();
        tile("records", FigureText.count(period.records()), FigureText.count(period.files(), "file", "files"));
        if (report.billed().isEmpty()) {
            tile("billed", "nothing", "nothing was posted under " + report.run().period());
        }
        for (RunReport.Billed billed : report.billed()) {
            tile(
                    "billed",
                    billed.currency() + " " + FigureText.grouped(billed.amount()),
                    FigureText.count(billed.lines(), "line", "lines") + ", "
                            + FigureText.count(billed.accounts(), "account", "accounts"));
        }
        tile("free or without usage", FigureText.count(outcome(RatingOutcome.FREE)), "workspace-days");
        long held = report.held().stream().mapToLong(RunReport.Held::ofPeriod).sum();
        long earlier = report.held().stream().mapToLong(RunReport.Held::earlier).sum();
        tile("held", FigureText.count(held), "workspace-days, and " + FigureText.count(earlier) + " of earlier days");
        tile("quarantined", FigureText.count(report.quarantine().total()), "bad records and files");
        long differences = report.balance().stream()
                .mapToLong(ReconciliationLine::differences)
                .sum();
        tile(
                "balance",
                report.balance().isEmpty() ? "not compared" : differences == 0 ? "agrees" : "differs",
                FigureText.count(report.balance().stream()
                                .mapToLong(ReconciliationLine::compared)
                                .sum())
                        + " pairs compared");
        html.close();
    }

    private void tile(String name, String figure, String note) {
        html.open("div", "class", "tile").element("dt", name);
        html.open("dd").text(figure).element("small", note).close().close();
    }

    private long outcome(RatingOutcome outcome) {
        return report.outcomes().stream()
                .filter(found -> found.outcome().equals(outcome.code()))
                .mapToLong(RunReport.Outcome::workspaceDays)
                .sum();
    }

    private static String styleSheet() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
