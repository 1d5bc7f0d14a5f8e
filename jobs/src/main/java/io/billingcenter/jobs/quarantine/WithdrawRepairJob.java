package io.billingcenter.jobs.quarantine;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.writers.tables.quarantine.RepairWithdrawal;
import java.nio.file.Files;
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

/** Notes that a repair file is withdrawn, then removes it; the next night counts without it. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class WithdrawRepairJob {

    @Bean
    Job jobWithdrawRepair(JobFactory jobs, Step noteWithdrawal, Step removeRepair, Step sealRun) {
        return jobs.job(JobName.WITHDRAW_REPAIR, List.of(noteWithdrawal, removeRepair, sealRun));
    }

    /**
     * The step that notes the withdrawal; it is committed before the file is removed, so that no file is gone without a
     * reason on record.
     */
    @Bean
    Step noteWithdrawal(StepFactory steps, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("noteWithdrawal", (contribution, context) -> {
            new RepairWithdrawal(jdbc).note(nameOf(request), RunId.of(contribution));
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step removeRepair(StepFactory steps, JdbcTemplate jdbc, Folders folders, RunRequest request, ReplayReport report) {
        return steps.tasklet("removeRepair", (contribution, context) -> {
            TrafficFolder traffic = new TrafficFolder(folders.traffic());
            String name = nameOf(request);
            for (WorkspaceDay day : new RepairWithdrawal(jdbc).targetsOf(name)) {
                Path file = traffic.folderOf(day).resolve(name);
                boolean removed = Files.deleteIfExists(file);
                report.add((removed ? "removed " : "gone already: ") + file);
            }
            report.add("the next night counts without it; for a day before the late window: billing rerun --day DAY");
            return RepeatStatus.FINISHED;
        });
    }

    private static String nameOf(RunRequest request) {
        return Objects.requireNonNull(request.from(), "a run with a file").toString();
    }
}
