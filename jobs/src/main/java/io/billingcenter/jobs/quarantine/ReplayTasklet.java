package io.billingcenter.jobs.quarantine;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.metering.StagedCopies;
import io.billingcenter.readers.files.quarantine.RepairChecks;
import io.billingcenter.readers.files.quarantine.RepairedFileReader;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.quarantine.RepairPlanner;
import io.billingcenter.writers.tables.quarantine.RepairStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks the repaired records of an exported file, and writes them into new traffic files. */
final class ReplayTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final RunLookups runLookups;
    private final BillingSettings settings;
    private final ReplayReport report;
    private final StagedCopies copies;

    ReplayTasklet(
            JdbcTemplate jdbc,
            Folders folders,
            RunLookups runLookups,
            BillingSettings settings,
            ReplayReport report,
            StagedCopies copies) {
        this.copies = copies;
        this.jdbc = jdbc;
        this.folders = folders;
        this.runLookups = runLookups;
        this.settings = settings;
        this.report = report;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        long runId = RunId.of(contribution);
        TrafficFolder traffic = new TrafficFolder(folders.traffic());
        RepairPlan plan = plan(RunRequest.of(contribution).requireFrom(), traffic, runLookups.of(contribution));
        // A file beside dropped copies would show these as gone.
        copies.bringBack(plan.files().stream().map(RepairFile::target).toList());
        List<RepairFile> written = new RepairStore(jdbc, runId).store(plan, traffic::folderOf);
        for (RepairFile file : plan.files()) {
            copies.putBack(file.target(), file.name());
        }
        lines(plan, written, traffic).forEach(line -> report.add(runId, line));
        return RepeatStatus.FINISHED;
    }

    private RepairPlan plan(Path from, TrafficFolder traffic, ReferenceLookups lookups) throws IOException {
        List<RepairedRecord> repaired = RepairedFileReader.read(from);
        copies.bringBack(repaired.stream()
                .map(record -> record.original().workspaceDay())
                .toList());
        RepairPlanner planner = new RepairPlanner(
                jdbc,
                lookups.termsBook(),
                workspace -> lookups.directory().workspace(workspace).isPresent(),
                new RepairChecks(
                        traffic, lookups.termsBook(), settings.metering().tableBytes()));
        return planner.plan(String.valueOf(from.getFileName()), repaired);
    }

    private static List<String> lines(RepairPlan plan, List<RepairFile> written, TrafficFolder traffic) {
        if (plan.repairs().isEmpty()) {
            return List.of(
                    plan.done() == 0
                            ? "nothing: no row has the action repair"
                            : "nothing new; " + earlierRepairs(plan));
        }
        List<String> lines = new ArrayList<>();
        for (RepairFile file : plan.files()) {
            WorkspaceDay target = file.target();
            String existed = written.contains(file) ? "" : " (it existed already)";
            int records = file.records().size();
            lines.add(records + (records == 1 ? " record for " : " records for ") + target + " in "
                    + traffic.folderOf(target).resolve(file.name()) + existed);
        }
        if (plan.done() > 0) {
            lines.add(earlierRepairs(plan));
        }
        if (plan.repeats() > 0) {
            lines.add("repaired records that repeat an existing one, and will be duplicates: " + plan.repeats());
        }
        lines.add("the next night reads these files; for a day before the late window: billing rerun --day DAY");
        return lines;
    }

    private static String earlierRepairs(RepairPlan plan) {
        return "quarantined records that were repaired the same way before: " + plan.done();
    }
}
