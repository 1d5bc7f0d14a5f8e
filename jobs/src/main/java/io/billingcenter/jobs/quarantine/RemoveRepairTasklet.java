package io.billingcenter.jobs.quarantine;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.metering.StagedCopies;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.writers.tables.quarantine.RepairWithdrawal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Removes a withdrawn repair file from the traffic store. */
final class RemoveRepairTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final ReplayReport report;
    private final StagedCopies copies;

    RemoveRepairTasklet(JdbcTemplate jdbc, Folders folders, ReplayReport report, StagedCopies copies) {
        this.copies = copies;
        this.jdbc = jdbc;
        this.folders = folders;
        this.report = report;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        long runId = RunId.of(contribution);
        TrafficFolder traffic = new TrafficFolder(folders.traffic());
        String name = RunRequest.of(contribution).requireFrom().toString();
        for (WorkspaceDay day : new RepairWithdrawal(jdbc).targetsOf(name)) {
            Path file = traffic.folderOf(day).resolve(name);
            copies.remove(day, name);
            boolean removed = Files.deleteIfExists(file);
            report.add(runId, (removed ? "removed " : "gone already: ") + file);
        }
        report.add(
                runId, "the next night counts without it; for a day before the late window: billing rerun --day DAY");
        return RepeatStatus.FINISHED;
    }
}
