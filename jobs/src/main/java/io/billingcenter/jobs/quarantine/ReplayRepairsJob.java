package io.billingcenter.jobs.quarantine;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.files.quarantine.RepairChecks;
import io.billingcenter.readers.files.quarantine.RepairedFileReader;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.quarantine.RepairPlanner;
import io.billingcenter.writers.tables.quarantine.RepairStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts mended records into new traffic files, all of them or none; the next night reads these. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ReplayRepairsJob {

    @Bean
    Job jobReplayRepairs(JobFactory jobs, Step replayRepairs, Step sealRun) {
        return jobs.job(JobName.REPLAY_REPAIRS, List.of(replayRepairs, sealRun));
    }

    @Bean
    Step replayRepairs(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            ReplayReport report) {
        return steps.tasklet("replayRepairs", (contribution, context) -> {
            long runId = RunId.of(contribution);
            TrafficFolder traffic = new TrafficFolder(folders.traffic());
            Path from = Objects.requireNonNull(request.from(), "a run with a file");
            RepairPlan plan = plan(
                    from,
                    jdbc,
                    lookups,
                    new RepairChecks(
                            traffic, lookups.termsBook(), settings.metering().tableBytes()));
            List<RepairFile> written = new RepairStore(jdbc, runId).store(plan, traffic::folderOf);
            tell(plan, written, traffic, report);
            return RepeatStatus.FINISHED;
        });
    }

    private static RepairPlan plan(Path from, JdbcTemplate jdbc, ReferenceLookups lookups, RepairChecks checks)
            throws IOException {
        List<RepairedRecord> mended = RepairedFileReader.read(from);
        RepairPlanner planner = new RepairPlanner(
                jdbc,
                lookups.termsBook(),
                workspace -> lookups.directory().workspace(workspace).isPresent(),
                checks);
        return planner.plan(String.valueOf(from.getFileName()), mended);
    }

    private static void tell(RepairPlan plan, List<RepairFile> written, TrafficFolder traffic, ReplayReport report) {
        if (plan.repairs().isEmpty()) {
            report.add(
                    plan.done() == 0 ? "nothing: no row has the action repair" : "nothing new; " + mendedBefore(plan));
            return;
        }
        for (RepairFile file : plan.files()) {
            WorkspaceDay target = file.target();
            String there = written.contains(file) ? "" : " (it was there)";
            int records = file.records().size();
            report.add(records + (records == 1 ? " record for " : " records for ") + target + " in "
                    + traffic.folderOf(target).resolve(file.name()) + there);
        }
        if (plan.done() > 0) {
            report.add(mendedBefore(plan));
        }
        if (plan.repeats() > 0) {
            report.add("mended records that repeat one that is there, and will be duplicates: " + plan.repeats());
        }
        report.add("the next night reads these files; for a day before the late window: billing rerun --day DAY");
    }

    private static String mendedBefore(RepairPlan plan) {
        return "bad records that were mended the same way before: " + plan.done();
    }
}
