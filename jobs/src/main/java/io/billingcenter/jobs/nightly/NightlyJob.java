package io.billingcenter.jobs.nightly;

import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Everything for a day, from the files that lie there to the files for finance. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    @Bean
    Job jobNightly(JobFactory jobs, NightlySteps steps) {
        return jobs.job(JobName.NIGHTLY, steps.inOrder());
    }

    /** Reads a day again, though nothing shows that its files have changed, and posts the difference. */
    @Bean
    Job jobRerun(JobFactory jobs, NightlySteps steps) {
        return jobs.job(JobName.RERUN, steps.inOrder());
    }

    @Bean
    NightlySteps nightlySteps(
            Step importReference,
            Step importPriceBooks,
            Step listTraffic,
            Step meterTraffic,
            Step joinSlices,
            Step noteSilence,
            Step rateUsage,
            Step guardAccounts,
            Step holdUnusual,
            Step guardNight,
            Step postCharges,
            Step postFees,
            Step reconcile,
            Step listWallets,
            Step settleBills,
            Step noteSettled,
            Step reconcileBills,
            Step raiseAlerts,
            Step deliverFiles,
            Step sealRun,
            Step writeReport) {
        return new NightlySteps(List.of(
                importReference,
                importPriceBooks,
                listTraffic,
                meterTraffic,
                joinSlices,
                noteSilence,
                rateUsage,
                guardAccounts,
                holdUnusual,
                guardNight,
                postCharges,
                postFees,
                reconcile,
                listWallets,
                settleBills,
                noteSettled,
                reconcileBills,
                raiseAlerts,
                deliverFiles,
                sealRun,
                writeReport));
    }

    /** The table of contents of a night. */
    record NightlySteps(List<Step> inOrder) {}
}
