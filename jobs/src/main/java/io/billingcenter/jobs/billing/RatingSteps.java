package io.billingcenter.jobs.billing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.digest.RecurringDigests;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.billing.RatingWorkReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.paging.WorkspaceRanges;
import io.billingcenter.writers.tables.billing.RatedDayWriter;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps that rate usage: ranges of workspaces are rated concurrently, a workspace-day is an item. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class RatingSteps {

    @Bean
    Step rateUsage(StepFactory steps, Step rateRange, Partitioner ratedRanges, BillingSettings settings) {
        return steps.partitioned(
                "rateUsage", rateRange, ratedRanges, settings.metering().effectiveThreads());
    }

    @Bean
    @StepScope
    Partitioner ratedRanges(JdbcTemplate jdbc, RunRequest request, BillingSettings settings) {
        WorkspaceRanges workspaces = new WorkspaceRanges(jdbc);
        return RangePartitioner.ofRun(
                request,
                count -> workspaces.ofMeteredDays(
                        count, request.billedDays(settings.metering().lateWindowDays())));
    }

    @Bean
    Step rateRange(
            StepFactory steps,
            ItemReader<RatingWork> ratingWorkReader,
            ItemProcessor<RatingWork, RatedDay> ratingProcessor,
            ItemWriter<RatedDay> ratedDayWriter,
            BillingSettings settings) {
        return steps.chunk(
                "rateRange", settings.invoicing().chunkSize(), ratingWorkReader, ratingProcessor, ratedDayWriter);
    }

    /** Rates again the workspace-days that {@code guardAccounts} holds as unusual or releases. */
    @Bean
    Step holdUnusual(
            StepFactory steps,
            ItemReader<RatingWork> unusualWorkReader,
            ItemProcessor<RatingWork, RatedDay> ratingProcessor,
            ItemWriter<RatedDay> ratedDayWriter,
            BillingSettings settings) {
        return steps.chunk(
                "holdUnusual", settings.invoicing().chunkSize(), unusualWorkReader, ratingProcessor, ratedDayWriter);
    }

    @Bean
    @StepScope
    ItemReader<RatingWork> ratingWorkReader(
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            @Value(RangePartitioner.FIRST_OF_STEP) String first,
            @Value(RangePartitioner.LAST_OF_STEP) String last) {
        return new RatingWorkReader(
                jdbc,
                new WorkspaceRange(first, last),
                request.billedDays(settings.metering().lateWindowDays()),
                settings.metering().quarantineLimit(),
                termsDigests(lookups),
                lookups.packageSharing());
    }

    @Bean
    @StepScope
    ItemReader<RatingWork> unusualWorkReader(JdbcTemplate jdbc, ReferenceLookups lookups, BillingSettings settings) {
        return RatingWorkReader.ofUnusualTasks(
                jdbc, settings.metering().quarantineLimit(), termsDigests(lookups), lookups.packageSharing());
    }

    private static RatingWorkReader.TermsDigest termsDigests(ReferenceLookups lookups) {
        RecurringDigests digests = new RecurringDigests();
        return (day, overLimit, drawdown) -> digests.sha256(lookups.ratingTerms(day, overLimit, drawdown));
    }

    @Bean
    @StepScope
    ItemProcessor<RatingWork, RatedDay> ratingProcessor(ReferenceLookups lookups) {
        return new RatingProcessor(lookups);
    }

    @Bean
    @StepScope
    ItemWriter<RatedDay> ratedDayWriter(JdbcTemplate jdbc, @Value(RunId.OF_STEP) Long runId) {
        return new RatedDayWriter(jdbc, runId);
    }
}
