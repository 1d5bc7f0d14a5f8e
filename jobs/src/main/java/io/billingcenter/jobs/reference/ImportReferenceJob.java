package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.files.reference.ImportedReference;
import io.billingcenter.readers.files.reference.ReferenceFolder;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import io.billingcenter.writers.tables.pricing.PriceBookWriter;
import io.billingcenter.writers.tables.reference.ReferenceWriter;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the reference folder and the price books, whole or not at all; a repeat changes nothing. Missing files and rows
 * are checked by {@link ReferenceGuard}.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ImportReferenceJob {

    @Bean
    Job jobImportReference(JobFactory jobs, Step importReference, Step importPriceBooks, Step sealRun) {
        return jobs.job(JobName.IMPORT_REFERENCE, List.of(importReference, importPriceBooks, sealRun));
    }

    @Bean
    Step importReference(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            BillingSettings settings,
            RunRequest request,
            ReferenceGuard guard) {
        return steps.tasklet("importReference", (contribution, context) -> {
            ReferenceFolder folder =
                    new ReferenceFolder(folders.reference(), settings.sites().keySet());
            ImportedReference read = guard.read(folder, request.requireDay(), RunId.of(contribution));
            List<String> odd = new PriceReports(jdbc, settings.guard().report().priceFactor())
                    .ofContracts(read.data(), readableBooks(folders), request.requireDay());
            new GuardReportWriter(jdbc).addOnce(GuardReportWriter.Source.CONTRACT_PRICE, RunId.of(contribution), odd);
            new ReferenceWriter(jdbc).replace(read.data(), read.sha256ByFile());
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step importPriceBooks(StepFactory steps, JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        return steps.tasklet("importPriceBooks", (contribution, context) -> {
            List<PriceBook> books = new PriceBookFolder(folders.priceBooks()).read();
            List<String> changes =
                    new PriceReports(jdbc, settings.guard().report().priceFactor()).ofBooks(books);
            new GuardReportWriter(jdbc).addOnce(GuardReportWriter.Source.PRICE_BOOK, RunId.of(contribution), changes);
            new PriceBookWriter(jdbc, UnfinishedRuns.ofRating(jdbc).all()).store(books);
            return RepeatStatus.FINISHED;
        });
    }

    /** The price books, none if any has a fault: the step that imports them says which. */
    private static List<PriceBook> readableBooks(Folders folders) {
        try {
            return new PriceBookFolder(folders.priceBooks()).read();
        } catch (InvalidFilesException e) {
            return List.of();
        }
    }
}
