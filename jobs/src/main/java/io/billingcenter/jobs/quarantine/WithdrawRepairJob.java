package io.billingcenter.jobs.quarantine;

import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.metering.StagedCopies;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that a repair file is withdrawn, then removes it; the next night counts without it. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class WithdrawRepairJob {

    @Bean
    Job jobWithdrawRepair(JobFactory jobs, Flow withdrawFlow, Flow sealFlow) {
        return jobs.job(JobName.WITHDRAW_REPAIR, withdrawFlow, sealFlow);
    }

    /** Two steps, so that the record is committed before the file is removed: no file is missing without a known reason. */
    @Bean
    Flow withdrawFlow(Step noteWithdrawal, Step removeRepair) {
        return Flows.of("withdraw", noteWithdrawal, removeRepair);
    }

    @Bean
    Step noteWithdrawal(StepFactory steps, JdbcTemplate jdbc) {
        return steps.tasklet("noteWithdrawal", new RecordWithdrawalTasklet(jdbc));
    }

    @Bean
    Step removeRepair(StepFactory steps, JdbcTemplate jdbc, Folders folders, ReplayReport report, StagedCopies copies) {
        return steps.tasklet("removeRepair", new RemoveRepairTasklet(jdbc, folders, report, copies));
    }
}
