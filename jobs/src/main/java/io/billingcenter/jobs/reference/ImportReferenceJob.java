package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.pricing.PriceBookFolder;
import io.billingcenter.readers.reference.ImportedReference;
import io.billingcenter.readers.reference.ReferenceFolder;
import io.billingcenter.readers.runs.UnfinishedRuns;
import io.billingcenter.writers.pricing.PriceBookTables;
import io.billingcenter.writers.reference.ReferenceTables;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the reference folder and the price books, whole or not at all; a repeat changes nothing. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ImportReferenceJob {

    @Bean
    Job jobImportReference(JobFactory jobs, Step importReference, Step importPriceBooks, Step sealRun) {
        return jobs.job(JobName.IMPORT_REFERENCE, List.of(importReference, importPriceBooks, sealRun));
    }

    @Bean
    Step importReference(StepFactory steps, JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        return steps.tasklet("importReference", (contribution, context) -> {
            ImportedReference read =
                    new ReferenceFolder(folders.reference(), settings.sites().keySet()).read();
            new ReferenceTables(jdbc).replace(read.data(), read.sha256ByFile());
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step importPriceBooks(StepFactory steps, JdbcTemplate jdbc, Folders folders) {
        return steps.tasklet("importPriceBooks", (contribution, context) -> {
            new PriceBookTables(jdbc, UnfinishedRuns.ofRating(jdbc).all())
                    .store(new PriceBookFolder(folders.priceBooks()).read());
            return RepeatStatus.FINISHED;
        });
    }
}
