package io.billingcenter.jobs.billing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.billing.FeeCalculator;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.billing.PostingCalculator;
import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.jobs.launch.PostingScope;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRecords;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.billing.FeeWorkReader;
import io.billingcenter.readers.tables.billing.PostingWorkReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.paging.WorkspaceRanges;
import io.billingcenter.writers.tables.billing.FeePostingWriter;
import io.billingcenter.writers.tables.billing.PostingWriter;
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

/**
 * The steps that post: charges by difference to the earlier postings, a workspace-day an item; then fees, a billing day an
 * item and a transaction.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class PostingSteps {

    @Bean
    Step postCharges(
            StepFactory steps, Step postRange, Partitioner postedRanges, BillingSettings settings, RunRecords records) {
        return steps.storing(
                "postCharges", postRange, postedRanges, settings.metering().effectiveThreads(), records);
    }

    @Bean
    @StepScope
    Partitioner postedRanges(JdbcTemplate jdbc, RunRequest request) {
        return RangePartitioner.ofRun(request, new WorkspaceRanges(jdbc)::ofUnpostedDays);
    }

    @Bean
    Step postRange(
            StepFactory steps,
            ItemReader<PostingWork> postingWorkReader,
            ItemProcessor<PostingWork, PostedDay> postingProcessor,
            ItemWriter<PostedDay> postingWriter,
            BillingSettings settings) {
        return steps.chunk(
                "postRange", settings.invoicing().chunkSize(), postingWorkReader, postingProcessor, postingWriter);
    }

    @Bean
    Step postFees(
            StepFactory steps,
            ItemReader<FeeWork> feeWorkReader,
            ItemProcessor<FeeWork, PostedFees> feeProcessor,
            ItemWriter<PostedFees> feePostingWriter) {
        return steps.chunk("postFees", 1, feeWorkReader, feeProcessor, feePostingWriter);
    }

    @Bean
    @StepScope
    ItemReader<PostingWork> postingWorkReader(
            JdbcTemplate jdbc,
            RunRequest request,
            @Value(RangePartitioner.FIRST_OF_STEP) String first,
            @Value(RangePartitioner.LAST_OF_STEP) String last) {
        return new PostingWorkReader(
                jdbc,
                new WorkspaceRange(first, last),
                PostingScope.of(request, 0).days());
    }

    @Bean
    @StepScope
    ItemProcessor<PostingWork, PostedDay> postingProcessor(RunRequest request) {
        return work -> new PostedDay(
                work.workspaceDay(),
                work.ratingNumber(),
                PostingCalculator.difference(
                        request.requirePostedDay(), work.workspaceDay(), work.rating(), work.before()));
    }

    @Bean
    @StepScope
    ItemWriter<PostedDay> postingWriter(JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new PostingWriter(jdbc, request.requirePostedDay(), runId);
    }

    @Bean
    @StepScope
    ItemReader<FeeWork> feeWorkReader(JdbcTemplate jdbc, RunRequest request, BillingSettings settings) {
        Integer feeDays =
                PostingScope.of(request, settings.metering().lateWindowDays()).feeDays();
        return feeDays == null ? () -> null : new FeeWorkReader(jdbc, request.requireDay(), feeDays);
    }

    @Bean
    @StepScope
    ItemProcessor<FeeWork, PostedFees> feeProcessor(RunRequest request, ReferenceLookups lookups) {
        return work -> FeeCalculator.difference(
                request.requirePostedDay(), lookups.feeSchedule().on(work.day()), work.before());
    }

    @Bean
    @StepScope
    ItemWriter<PostedFees> feePostingWriter(JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new FeePostingWriter(jdbc, request.requirePostedDay(), runId);
    }
}
