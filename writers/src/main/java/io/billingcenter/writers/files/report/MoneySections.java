package io.billingcenter.writers.files.report;

import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.Mover;
import java.util.List;

/** What was billed and invoiced, and whose amounts moved. */
final class MoneySections {

    private final RunReport report;
    private final Html html;

    MoneySections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        writeMoney();
        writeMovers();
    }

    private void writeMoney() {
        html.section("Billed");
        if (report.billed().isEmpty()) {
            html.element("p", "Nothing was posted.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "What was posted, by currency",
                    List.of("currency", "#amount", "#usage", "#adjustments", "#fees", "#lines", "#accounts"),
                    table -> report.billed()
                            .forEach(billed -> table.row(
                                    billed.currency(),
                                    FigureText.grouped(billed.amount()),
                                    FigureText.grouped(billed.usage()),
                                    FigureText.grouped(billed.adjustments()),
                                    FigureText.grouped(billed.fees()),
                                    FigureText.count(billed.lines()),
                                    FigureText.count(billed.accounts()))));
        }
        if (!report.invoiced().isEmpty()) {
            HtmlTable.write(
                    html,
                    "Invoices of the month",
                    List.of("currency", "#total", "#invoices", "first", "last"),
                    table -> report.invoiced()
                            .forEach(invoiced -> table.row(
                                    invoiced.currency(),
                                    FigureText.grouped(invoiced.total()),
                                    FigureText.count(invoiced.invoices()),
                                    invoiced.first(),
                                    invoiced.last())));
        }
        html.close();
    }

    private void writeMovers() {
        RunReport.Movers movers = report.movers();
        html.section("Top movers");
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
            for (String kind : List.of(Mover.WORKSPACE, Mover.ACCOUNT)) {
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
                kind.equals(Mover.WORKSPACE) ? "Workspaces" : "Billing accounts",
                List.of(kind, "#difference", "#amount", "#average before", "currency", "name"),
                table -> movers.forEach(mover -> table.row(
                        mover.id(),
                        FigureText.signed(mover.difference()),
                        FigureText.grouped(mover.amount()),
                        FigureText.grouped(mover.average()),
                        mover.currency(),
                        mover.name())));
    }
}
