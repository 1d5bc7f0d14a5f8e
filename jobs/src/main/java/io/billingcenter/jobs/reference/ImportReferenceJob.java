package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Imports the reference folder and the price books, each completely or not at all; a repeat changes nothing. Missing files
 * and rows are checked by {@link ReferenceGuard}.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ImportReferenceJob {

    @Bean
    Job jobImportReference(JobFactory jobs, Flow importFlow, Flow sealFlow) {
        return jobs.job(JobName.IMPORT_REFERENCE, importFlow, sealFlow);
    }

    @Bean
    Flow importFlow(Step importReference, Step importPriceBooks) {
        return Flows.of("import", importReference, importPriceBooks);
    }

    @Bean
    Step importReference(
            StepFactory steps, JdbcTemplate jdbc, Folders folders, BillingSettings settings, ReferenceGuard guard) {
        return steps.tasklet("importReference", new ImportReferenceTasklet(jdbc, folders, settings, guard));
    }

    @Bean
    Step importPriceBooks(StepFactory steps, JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        return steps.tasklet("importPriceBooks", new ImportPriceBooksTasklet(jdbc, folders, settings));
    }
}
