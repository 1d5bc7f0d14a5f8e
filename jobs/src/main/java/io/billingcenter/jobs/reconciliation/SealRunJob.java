package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.outbox.ShipmentPlans;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals the rows that runs have written, and verifies that they have not changed since. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class SealRunJob {

    @Bean
    Job jobVerify(JobFactory jobs, Flow verifyFlow) {
        return jobs.job(JobName.VERIFY, verifyFlow);
    }

    @Bean
    Flow verifyFlow(Step verifySeals) {
        return Flows.of("verify", verifySeals);
    }

    @Bean
    Flow sealFlow(Step sealRun) {
        return Flows.of("seal", sealRun);
    }

    @Bean
    Step sealRun(StepFactory steps, JdbcTemplate jdbc, ShipmentPlans shipments) {
        return steps.tasklet("sealRun", new SealTasklet(jdbc, shipments));
    }

    @Bean
    Step verifySeals(StepFactory steps, Gate gate, JdbcTemplate jdbc, Folders folders, Archives archives) {
        return steps.tasklet("verifySeals", new VerifyTasklet(gate, jdbc, folders, archives));
    }
}
