package io.billingcenter.jobs.nightly;

import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Everything for a day, from its traffic files to the delivered files. Each stage is defined in the job of that stage. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    @Bean
    Job jobNightly(JobFactory jobs, Flow nightFlow) {
        return jobs.job(JobName.NIGHTLY, nightFlow);
    }

    /** Reads a day again, even if nothing shows that its files have changed, and posts the difference. */
    @Bean
    Job jobRerun(JobFactory jobs, Flow nightFlow) {
        return jobs.job(JobName.RERUN, nightFlow);
    }

    /** The table of contents of a night. */
    @Bean
    Flow nightFlow(
            Flow importFlow,
            Flow meterFlow,
            Flow rateFlow,
            Flow postFlow,
            Flow reconcileFlow,
            Flow settleFlow,
            Flow deliverFlow,
            Flow sealFlow,
            Flow shipFlow,
            Flow reportFlow) {
        return Flows.of(
                "night",
                importFlow,
                meterFlow,
                rateFlow,
                postFlow,
                reconcileFlow,
                settleFlow,
                deliverFlow,
                sealFlow,
                shipFlow,
                reportFlow);
    }
}
