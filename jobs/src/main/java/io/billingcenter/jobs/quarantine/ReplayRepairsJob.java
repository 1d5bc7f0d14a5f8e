package io.billingcenter.jobs.quarantine;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.metering.StagedCopies;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes repaired records into new traffic files, all of them or none; the next night reads these. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ReplayRepairsJob {

    @Bean
    Job jobReplayRepairs(JobFactory jobs, Flow replayFlow, Flow sealFlow) {
        return jobs.job(JobName.REPLAY_REPAIRS, replayFlow, sealFlow);
    }

    @Bean
    Flow replayFlow(Step replayRepairs) {
        return Flows.of("replay", replayRepairs);
    }

    @Bean
    Step replayRepairs(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            RunLookups lookups,
            BillingSettings settings,
            ReplayReport report,
            StagedCopies copies) {
        return steps.tasklet("replayRepairs", new ReplayTasklet(jdbc, folders, lookups, settings, report, copies));
    }
}
