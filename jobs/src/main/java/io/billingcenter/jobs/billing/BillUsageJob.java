package io.billingcenter.jobs.billing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.FeeCalculator;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.billing.PostingCalculator;
import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.PostingScope;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRecords;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.billing.FeeWorkReader;
import io.billingcenter.readers.tables.billing.PostingWorkReader;
import io.billingcenter.readers.tables.billing.RatingWorkReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.paging.WorkspaceRanges;
import io.billingcenter.writers.tables.billing.FeePostingWriter;
import io.billingcenter.writers.tables.billing.PostingWriter;
import io.billingcenter.writers.tables.billing.RatedDayWriter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
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
 * Rates the workspace-days whose measures or terms have changed, then posts the difference to what was posted before;
 * ranges of workspaces at once, a workspace-day an item. Then posts what is owed by agreement, a billing day an item.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class BillUsageJob {

    private static final String FIRST = "#{stepExecutionContext['" + RangePartitioner.FIRST + "']}";
    private static final String LAST = "#{stepExecutionContext['" + RangePartitioner.LAST + "']}";

    @Bean
    Job jobBillUsage(
            JobFactory jobs,
            Step rateUsage,
            Step guardAccounts,
            Step holdUnusual,
            Step guardNight,
            Step postCharges,
            Step postFees,
            Step sealRun) {
        return jobs.job(
                JobName.BILL_USAGE,
                List.of(rateUsage, guardAccounts, holdUnusual, guardNight, postCharges, postFees, sealRun));
    }

    @Bean
    Step rateUsage(StepFactory steps, Step rateRange, JdbcTemplate jdbc, RunRequest request, BillingSettings settings) {
        WorkspaceRanges workspaces = new WorkspaceRanges(jdbc);
        RangePartitioner ranges = new RangePartitioner(count ->
                only(request, () -> workspaces.ofMeteredDays(count, ratedDays(request, settings))));
        return steps.partitioned(
                "rateUsage", rateRange, ranges, settings.metering().effectiveThreads());
    }

    @Bean
    Step rateRange(
            StepFactory steps,
            ItemReader<RatingWork> ratingWorkReader,
            ReferenceLookups lookups,
            ItemWriter<RatedDay> ratedDayWriter,
            BillingSettings settings) {
        return steps.chunk(
                "rateRange", settings.invoicing().chunkSize(), ratingWorkReader, rating(lookups), ratedDayWriter);
    }

    /** Rates again what {@code guardAccounts} holds as unusual, and what it releases. */
    @Bean
    Step holdUnusual(
            StepFactory steps,
            ItemReader<RatingWork> unusualWorkReader,
            ReferenceLookups lookups,
            ItemWriter<RatedDay> ratedDayWriter,
            BillingSettings settings) {
        return steps.chunkOfEveryTry(
                "holdUnusual", settings.invoicing().chunkSize(), unusualWorkReader, rating(lookups), ratedDayWriter);
    }

    private static ItemProcessor<RatingWork, RatedDay> rating(ReferenceLookups lookups) {
        return work -> {
            List<Usage> usage = UsageCalculator.usage(work.measures());
            Rating rating = lookups.rater().rate(work.workspaceDay(), usage, work.overLimit(), work.drawdown());
            return new RatedDay(
                    work,
                    usage,
                    lookups.unusualDays().applyTo(rating, work.workspaceDay().day()));
        };
    }

    @Bean
    Step postCharges(
            StepFactory steps,
            Step postRange,
            JdbcTemplate jdbc,
            RunRequest request,
            BillingSettings settings,
            RunRecords records) {
        WorkspaceRanges workspaces = new WorkspaceRanges(jdbc);
        RangePartitioner ranges = new RangePartitioner(count -> only(request, () -> workspaces.ofUnpostedDays(count)));
        return steps.partitioned(
                "postCharges", postRange, ranges, settings.metering().effectiveThreads(), records);
    }

    @Bean
    Step postRange(
            StepFactory steps,
            ItemReader<PostingWork> postingWorkReader,
            RunRequest request,
            ItemWriter<PostedDay> postingWriter,
            BillingSettings settings) {
        ItemProcessor<PostingWork, PostedDay> post = work -> new PostedDay(
                work.workspaceDay(),
                work.ratingNumber(),
                PostingCalculator.difference(
                        request.requirePostedDay(), work.workspaceDay(), work.rating(), work.before()));
        return steps.chunk("postRange", settings.invoicing().chunkSize(), postingWorkReader, post, postingWriter);
    }

    /** A billing day an item; each day is a transaction. */
    @Bean
    Step postFees(
            StepFactory steps,
            ItemReader<FeeWork> feeWorkReader,
            ReferenceLookups lookups,
            RunRequest request,
            ItemWriter<PostedFees> feePostingWriter) {
        ItemProcessor<FeeWork, PostedFees> post = work -> FeeCalculator.difference(
                request.requirePostedDay(), lookups.feeSchedule().on(work.day()), work.before());
        return steps.chunk("postFees", 1, feeWorkReader, post, feePostingWriter);
    }

    @Bean
    @StepScope
    ItemReader<RatingWork> ratingWorkReader(
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            @Value(FIRST) String first,
            @Value(LAST) String last) {
        return new RatingWorkReader(
                jdbc,
                new WorkspaceRange(first, last),
                ratedDays(request, settings),
                settings.metering().quarantineLimit(),
                lookups::ratingTermsDigest,
                lookups.packageSharing());
    }

    @Bean
    @StepScope
    ItemReader<RatingWork> unusualWorkReader(JdbcTemplate jdbc, ReferenceLookups lookups, BillingSettings settings) {
        return RatingWorkReader.ofUnusualTasks(
                jdbc, settings.metering().quarantineLimit(), lookups::ratingTermsDigest, lookups.packageSharing());
    }

    /** The day of the run and the late window before it. */
    private static DayRange ratedDays(RunRequest request, BillingSettings settings) {
        return request.billedDays(settings.metering().lateWindowDays());
    }

    /** The ranges, or the one workspace that is read again. */
    private static List<WorkspaceRange> only(RunRequest request, Supplier<List<WorkspaceRange>> ranges) {
        WorkspaceId workspace = request.workspace();
        return request.job() == JobName.RERUN && workspace != null
                ? List.of(new WorkspaceRange(workspace.value(), workspace.value()))
                : ranges.get();
    }

    @Bean
    @StepScope
    ItemWriter<RatedDay> ratedDayWriter(JdbcTemplate jdbc, @Value(RunId.OF_STEP) Long runId) {
        return new RatedDayWriter(jdbc, runId);
    }

    @Bean
    @StepScope
    ItemReader<PostingWork> postingWorkReader(
            JdbcTemplate jdbc, RunRequest request, @Value(FIRST) String first, @Value(LAST) String last) {
        DayRange days = PostingScope.of(request, 0).days();
        return new PostingWorkReader(jdbc, new WorkspaceRange(first, last), days);
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
    ItemWriter<PostedFees> feePostingWriter(JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new FeePostingWriter(jdbc, request.requirePostedDay(), runId);
    }
}
