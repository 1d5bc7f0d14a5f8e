package io.billingcenter.jobs.archive;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves the details of the months before one into archive files, and seals the list of these. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class PurgeJob {

    @Bean
    Job jobPurge(JobFactory jobs, Flow purgeFlow, Flow sealFlow) {
        return jobs.job(JobName.PURGE, purgeFlow, sealFlow);
    }

    @Bean
    Flow purgeFlow(Step purgeDetails) {
        return Flows.of("purge", purgeDetails);
    }

    @Bean
    Step purgeDetails(StepFactory steps, Tasklet purgeTasklet) {
        return steps.tasklet("purgeDetails", purgeTasklet);
    }

    /** Belongs to one run, since it keeps the months and the file that are left. */
    @Bean
    @StepScope
    Tasklet purgeTasklet(JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        return new PurgeTasklet(jdbc, folders, settings.invoicing().chunkSize());
    }
}
