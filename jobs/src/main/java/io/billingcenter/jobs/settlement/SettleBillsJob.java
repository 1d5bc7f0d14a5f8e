package io.billingcenter.jobs.settlement;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.ReleaseNotices;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.billing.RangePartitioner;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.paging.WorkspaceRanges;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.readers.tables.settlement.AccountWorkReader;
import io.billingcenter.readers.tables.settlement.WalletLoader;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.settlement.AccountResultWriter;
import io.billingcenter.writers.tables.settlement.NoticeWriter;
import io.billingcenter.writers.tables.settlement.SettlementTasks;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pays bills: lists the accounts for which something is to be done, settles their wallets, ranges of accounts at once, then
 * notes the day as settled.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class SettleBillsJob {

    private static final int ACCOUNTS_IN_A_TRANSACTION = 200;
    private static final String FIRST = "#{stepExecutionContext['" + RangePartitioner.FIRST + "']}";
    private static final String LAST = "#{stepExecutionContext['" + RangePartitioner.LAST + "']}";

    @Bean
    Job jobSettleBills(JobFactory jobs, Step listWallets, Step settleBills, Step noteSettled, Step sealRun) {
        return jobs.job(JobName.SETTLE_BILLS, List.of(listWallets, settleBills, noteSettled, sealRun));
    }

    @Bean
    Step listWallets(StepFactory steps, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("listWallets", (contribution, context) -> {
            SettlementTasks tasks = new SettlementTasks(jdbc);
            tasks.payAnew(request.settledDay(), UnfinishedRuns.ofSettling(jdbc).before(RunId.of(contribution)));
            tasks.list(request.settledDay());
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step settleBills(StepFactory steps, Step settleRange, JdbcTemplate jdbc, BillingSettings settings) {
        RangePartitioner ranges = new RangePartitioner(new WorkspaceRanges(jdbc)::ofAccountsToSettle);
        return steps.partitioned(
                "settleBills", settleRange, ranges, settings.metering().effectiveThreads());
    }

    @Bean
    Step settleRange(
            StepFactory steps,
            ItemReader<AccountWork> accountWorkReader,
            ReferenceLookups lookups,
            RunRequest request,
            ItemWriter<AccountResult> accountResultWriter) {
        Settlement settlement = new Settlement(lookups.lockRules());
        ItemProcessor<AccountWork, AccountResult> settle =
                work -> AccountResult.of(work, settlement, request.settledDay(), lookups.accounts());
        return steps.chunk("settleRange", ACCOUNTS_IN_A_TRANSACTION, accountWorkReader, settle, accountResultWriter);
    }

    /** Before the day is noted, accounts are told of cloud accounts that have ended. */
    @Bean
    Step noteSettled(StepFactory steps, JdbcTemplate jdbc, RunRequest request, ReferenceLookups lookups) {
        return steps.tasklet("noteSettled", (contribution, context) -> {
            BillingDay day = request.settledDay();
            SettlementTasks tasks = new SettlementTasks(jdbc);
            var releases = ReleaseNotices.until(day, lookups.bindings(), lookups.releasedVendors(), lookups.accounts());
            var told = new NoticeWriter(jdbc).storeReleases(releases, tasks.lastSettled());
            new DeliveryDue(jdbc).markAgain(told, "");
            tasks.noteSettled(day, RunId.of(contribution));
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    @StepScope
    ItemReader<AccountWork> accountWorkReader(
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            @Value(FIRST) String first,
            @Value(LAST) String last,
            @Value(RunId.OF_STEP) Long runId) {
        BillingDay day = request.settledDay();
        return new AccountWorkReader(
                jdbc,
                new WorkspaceRange(first, last),
                new WalletLoader(
                        jdbc,
                        lookups.accounts(),
                        day,
                        day,
                        UnfinishedRuns.ofSettling(jdbc).before(runId)));
    }

    @Bean
    @StepScope
    ItemWriter<AccountResult> accountResultWriter(
            JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new AccountResultWriter(jdbc, request.settledDay(), runId);
    }
}
