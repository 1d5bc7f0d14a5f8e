package io.billingcenter.jobs.billing;

import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Rates the workspace-days whose measures or terms have changed ({@link RatingSteps}), then posts the difference to the
 * earlier postings, and fees ({@link PostingSteps}).
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class BillUsageJob {

    @Bean
    Job jobBillUsage(JobFactory jobs, Flow rateFlow, Flow postFlow, Flow sealFlow) {
        return jobs.job(JobName.BILL_USAGE, rateFlow, postFlow, sealFlow);
    }

    @Bean
    Flow rateFlow(Step rateUsage, Step guardAccounts, Step holdUnusual) {
        return Flows.of("rate", rateUsage, guardAccounts, holdUnusual);
    }

    /** The guard of the night comes first: it stops the run before anything is posted. */
    @Bean
    Flow postFlow(Step guardNight, Step postCharges, Step postFees) {
        return Flows.of("post", guardNight, postCharges, postFees);
    }
}
