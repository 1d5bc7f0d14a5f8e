package io.billingcenter.jobs.settlement;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.billing.RangePartitioner;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.readers.tables.paging.WorkspaceRanges;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.readers.tables.settlement.AccountWorkReader;
import io.billingcenter.readers.tables.settlement.WalletLoader;
import io.billingcenter.writers.tables.settlement.AccountResultWriter;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
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
 * Settles bills: lists the accounts whose wallets have work, settles them, ranges of accounts concurrently, then records the
 * day as settled. In a night, the gate of the bills and the alerts follow.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class SettleBillsJob {

    private static final int ACCOUNTS_IN_A_TRANSACTION = 200;

    @Bean
    Job jobSettleBills(JobFactory jobs, Flow payFlow, Flow sealFlow) {
        return jobs.job(JobName.SETTLE_BILLS, payFlow, sealFlow);
    }

    @Bean
    Flow settleFlow(Flow payFlow, Flow billGateFlow, Flow alertFlow) {
        return Flows.of("settle", payFlow, billGateFlow, alertFlow);
    }

    @Bean
    Flow payFlow(Step listWallets, Step settleBills, Step noteSettled) {
        return Flows.of("pay", listWallets, settleBills, noteSettled);
    }

    @Bean
    Step listWallets(StepFactory steps, JdbcTemplate jdbc) {
        return steps.tasklet("listWallets", new ListWalletsTasklet(jdbc));
    }

    @Bean
    Step settleBills(StepFactory steps, Step settleRange, JdbcTemplate jdbc, BillingSettings settings) {
        RangePartitioner ranges = new RangePartitioner(new WorkspaceRanges(jdbc)::ofAccountsToSettle);
        return steps.storing(
                "settleBills", settleRange, ranges, settings.metering().effectiveThreads());
    }

    @Bean
    Step settleRange(
            StepFactory steps,
            ItemReader<AccountWork> accountWorkReader,
            ItemProcessor<AccountWork, AccountResult> settlementProcessor,
            ItemWriter<AccountResult> accountResultWriter) {
        return steps.chunk(
                "settleRange", ACCOUNTS_IN_A_TRANSACTION, accountWorkReader, settlementProcessor, accountResultWriter);
    }

    @Bean
    Step noteSettled(StepFactory steps, JdbcTemplate jdbc, RunLookups lookups) {
        return steps.tasklet("noteSettled", new RecordSettledTasklet(jdbc, lookups));
    }

    @Bean
    @StepScope
    ItemReader<AccountWork> accountWorkReader(
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            @Value(RangePartitioner.FIRST_OF_STEP) String first,
            @Value(RangePartitioner.LAST_OF_STEP) String last,
            @Value(RunId.OF_STEP) Long runId) {
        BillingDay day = request.settledDay();
        return new AccountWorkReader(
                jdbc,
                new WorkspaceRange(first, last),
                new WalletLoader(
                        jdbc,
                        lookups.directory(),
                        day,
                        day,
                        UnfinishedRuns.ofSettling(jdbc).before(runId)));
    }

    @Bean
    @StepScope
    ItemProcessor<AccountWork, AccountResult> settlementProcessor(RunRequest request, ReferenceLookups lookups) {
        Settlement settlement = new Settlement(lookups.lockRules());
        return work -> AccountResult.of(work, settlement, request.settledDay(), lookups.directory());
    }

    @Bean
    @StepScope
    ItemWriter<AccountResult> accountResultWriter(
            JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new AccountResultWriter(jdbc, request.settledDay(), runId);
    }
}
