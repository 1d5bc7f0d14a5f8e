package io.billingcenter.jobs.nightly;

import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything for a day, from the files that lie there to the files for finance. */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    @Bean
    Job jobNightly(
            JobFactory jobs,
            Step importReference,
            Step importPriceBooks,
            Step listTraffic,
            Step meterTraffic,
            Step rateUsage,
            Step postCharges,
            Step deliverFiles) {
        return jobs.job(
                JobName.NIGHTLY,
                importReference,
                importPriceBooks,
                listTraffic,
                meterTraffic,
                rateUsage,
                postCharges,
                deliverFiles);
    }

    /** Reads a day again, though nothing shows that its files have changed, and posts the difference. */
    @Bean
    Job jobRerun(
            JobFactory jobs,
            Step importReference,
            Step importPriceBooks,
            Step listTraffic,
            Step meterTraffic,
            Step rateUsage,
            Step postCharges,
            Step deliverFiles) {
        return jobs.job(
                JobName.RERUN,
                importReference,
                importPriceBooks,
                listTraffic,
                meterTraffic,
                rateUsage,
                postCharges,
                deliverFiles);
    }
}
