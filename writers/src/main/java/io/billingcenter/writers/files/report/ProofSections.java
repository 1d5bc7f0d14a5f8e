package io.billingcenter.writers.files.report;

import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.DeliveredSet;
import java.util.List;

/** What the gates compared, and where the delivered files are. */
final class ProofSections {

    /** From the folder of a report to that of all delivered files. */
    private static final String TO_FILES = "../../";

    private final RunReport report;
    private final Html html;

    ProofSections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        writeBalance();
        writeClosing();
        writeFiles();
    }

    private void writeBalance() {
        html.section("Balance");
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
                                    FigureText.count(line.compared()),
                                    FigureText.count(line.differences()),
                                    FigureText.plain(line.leftSum()),
                                    FigureText.plain(line.rightSum()))));
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

    /** Nothing for a month of which everything was done, and nothing for a day. */
    private void writeClosing() {
        RunReport.Closing closing = report.closing();
        if (closing == null || closing.findings().isEmpty()) {
            return;
        }
        html.section("Close");
        if (!closing.accepted().isEmpty()) {
            html.element(
                    "p",
                    closing.accepted() + " accepted by " + closing.by() + " on " + closing.on() + ": "
                            + closing.reason());
        }
        html.element("p", "Checklist " + closing.digest(), "class", "seal");
        HtmlTable.write(
                html,
                "What spoke against closing the month, or was only listed",
                List.of("reason", "day", "subject", "what", "effect"),
                table -> closing.findings()
                        .forEach(finding -> table.row(
                                finding.reason(),
                                finding.day(),
                                finding.subject(),
                                finding.detail(),
                                finding.effect())));
        html.close();
    }

    private void writeFiles() {
        html.section("Delivered files");
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
                        table.cell(FigureText.count(file.rows()));
                        table.cell(FigureText.bytes(file.bytes()));
                        table.end();
                    }));
            html.close();
        }
        html.close();
    }
}
