package io.billingcenter.writers.files.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.domain.report.RunReport.Traffic;
import java.util.List;

/** What was read, and what of it is held or in quarantine. */
final class TrafficSections {

    private static final int LISTED = 50;

    private final RunReport report;
    private final Html html;

    TrafficSections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        writeTraffic();
        writeHolds();
        writeAttention();
        writeConsents();
        writeQuarantine();
    }

    private void writeTraffic() {
        html.section("Read");
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
                FigureText.count(traffic.workspaceDays()),
                FigureText.count(traffic.files()),
                FigureText.count(traffic.unreadableFiles()),
                FigureText.bytes(traffic.bytes()),
                FigureText.count(traffic.records()),
                FigureText.count(traffic.accepted()),
                FigureText.count(traffic.duplicates()),
                FigureText.count(traffic.conflicts()),
                FigureText.count(traffic.quarantined()));
    }

    private void writeHolds() {
        html.section("Held");
        if (report.held().isEmpty()) {
            html.element("p", "Nothing is held.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "Workspace-days that are not charged yet, by reason; holds.csv of their days lists them",
                    List.of("reason", "#of " + report.run().period(), "#of earlier days"),
                    table -> report.held()
                            .forEach(held -> table.row(
                                    held.reason(),
                                    FigureText.count(held.ofPeriod()),
                                    FigureText.count(held.earlier()))));
        }
        html.close();
    }

    private void writeAttention() {
        html.section("To look at");
        List<AttentionItem> items = report.attention();
        if (items.isEmpty()) {
            html.element("p", "Nothing is to be looked at, or all of it is acknowledged.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    items.size() <= LISTED
                            ? "What is not acknowledged"
                            : "What is not acknowledged, the first " + LISTED + " of " + FigureText.count(items.size())
                                    + "; billing holds lists all",
                    List.of("kind", "workspace", "day", "what", "status 2"),
                    table -> items.stream()
                            .limit(LISTED)
                            .forEach(item -> table.row(
                                    item.kind(),
                                    item.workspace(),
                                    item.day().toString(),
                                    item.text(),
                                    item.urgent() ? "yes" : "no")));
        }
        html.close();
    }

    private void writeConsents() {
        if (report.consents().isEmpty()) {
            return;
        }
        html.section("Consents and acknowledgements");
        HtmlTable.write(
                html,
                "The newest first",
                List.of("kind", "for", "reason", "given by", "given at"),
                table -> report.consents()
                        .forEach(word ->
                                table.row(word.kind(), word.subject(), word.reason(), word.who(), word.when())));
        html.close();
    }

    private void writeQuarantine() {
        RunReport.Quarantine quarantine = report.quarantine();
        html.section("Quarantined");
        if (quarantine.reasons().isEmpty()) {
            html.element("p", "Nothing is in quarantine.", "class", "muted");
        } else {
            HtmlTable.write(
                    html,
                    "Records, and files that cannot be read, by reason",
                    List.of("reason", "#records"),
                    table -> quarantine
                            .reasons()
                            .forEach(reason -> table.row(reason.reason(), FigureText.count(reason.records()))));
            HtmlTable.write(
                    html,
                    quarantine.moreFiles() == 0
                            ? "By file"
                            : "By file; " + FigureText.count(quarantine.moreFiles()) + " more are not listed",
                    List.of("file", "workspace", "day", "reason", "#records"),
                    table -> quarantine
                            .files()
                            .forEach(file -> table.row(
                                    file.file(),
                                    file.workspace(),
                                    file.day().toString(),
                                    file.reason(),
                                    FigureText.count(file.records()))));
        }
        html.close();
    }
}
