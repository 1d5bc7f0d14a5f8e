package io.billingcenter.jobs.cli;

import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.Explanation;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.metering.OpenCopies;
import io.billingcenter.jobs.metering.StagedCopies;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.explain.ExplanationReader;
import io.billingcenter.writers.files.JsonOutput;
import io.billingcenter.writers.files.explain.ExplanationTree;
import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.explain.Node;
import io.billingcenter.writers.files.explain.RecordList;
import io.billingcenter.writers.files.explain.TextTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** The command that explains an amount. */
@Command(
        name = "explain",
        description = "Explains an amount: lines, charges, prices and rules, usage, measures, files.")
final class ExplainCommand extends QueryCommand {

    @Parameters(
            paramLabel = "ID",
            description = {
                "Number of an invoice (INV-2026-000001), id of a posting, a bill line",
                "(account/workspace/day/meter or .../meter/retention), or a workspace-day (workspace/day)."
            })
    private String id = "";

    @Option(
            names = "--records",
            description = "Read the raw files again and list the records that make up the usage; not for invoices.")
    private boolean records;

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        ReferenceLookups lookups = lookups(context);
        Explanation explanation;
        try (DayDetails details = context.getBean(Archives.class).details()) {
            explanation = new ExplanationReader(context.getBean(JdbcTemplate.class), details, lookups.directory())
                    .explain(id);
        }
        Node tree = ExplanationTree.of(explanation);
        if (records) {
            return withRecords(context, explanation, tree, lookups, out);
        }
        if (json()) {
            JsonTree.print(tree, out);
        } else {
            TextTree.print(tree, out);
        }
        return ExitStatus.DONE;
    }

    private ExitStatus withRecords(
            ConfigurableApplicationContext context,
            Explanation explanation,
            Node tree,
            ReferenceLookups lookups,
            PrintWriter out) {
        context.getBean(Folders.class).requireTraffic();
        try (OpenCopies copies = context.getBean(StagedCopies.class).open(daysOf(explanation))) {
            return withRecords(explanation, tree, new TrafficFolder(copies.folder()), lookups, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the traffic files again", e);
        }
    }

    private static List<WorkspaceDay> daysOf(Explanation explanation) {
        if (explanation instanceof DayExplanation day) {
            return List.of(day.workspaceDay());
        }
        return explanation instanceof LinesExplanation lines
                ? lines.days().stream().map(DayExplanation::workspaceDay).toList()
                : List.of();
    }

    private ExitStatus withRecords(
            Explanation explanation, Node tree, TrafficFolder traffic, ReferenceLookups lookups, PrintWriter out) {
        if (json()) {
            boolean addUp;
            try (JsonGenerator json = JsonOutput.to(out)) {
                addUp = writeWithRecords(explanation, tree, traffic, lookups, json);
            }
            out.println();
            return addUp ? ExitStatus.DONE : ExitStatus.OUT_OF_BALANCE;
        }
        ContributingRecords contributing = new ContributingRecords(traffic, lookups.termsBook(), RecordList.text(out));
        TextTree.print(tree, out);
        out.println("records:");
        sums(explanation, contributing).forEach(sum -> TextTree.print(sum, out));
        return contributing.addUp() ? ExitStatus.DONE : ExitStatus.OUT_OF_BALANCE;
    }

    private static boolean writeWithRecords(
            Explanation explanation, Node tree, TrafficFolder traffic, ReferenceLookups lookups, JsonGenerator json) {
        ContributingRecords contributing = new ContributingRecords(traffic, lookups.termsBook(), RecordList.json(json));
        json.writeStartObject();
        json.writeName("explanation");
        JsonTree.write(tree, json);
        json.writeArrayPropertyStart("records");
        List<Node> sums = sums(explanation, contributing);
        json.writeEndArray();
        json.writeArrayPropertyStart("sums");
        sums.forEach(sum -> JsonTree.write(sum, json));
        json.writeEndArray();
        json.writeEndObject();
        return contributing.addUp();
    }

    private static List<Node> sums(Explanation explanation, ContributingRecords contributing) {
        if (explanation instanceof DayExplanation day) {
            return contributing.list(day, tier -> true);
        }
        if (explanation instanceof LinesExplanation lines) {
            return lines.days().stream()
                    .flatMap(day -> contributing.list(day, ContributingRecords.tiersOf(lines, day)).stream())
                    .toList();
        }
        throw new IllegalArgumentException(
                "Expected a bill line, a posting or a workspace-day with --records, found an invoice; ask for its lines");
    }
}
