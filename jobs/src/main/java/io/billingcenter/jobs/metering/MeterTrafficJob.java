package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.usage.ListedTask;
import io.billingcenter.domain.usage.MeteredReading;
import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.QuarantineLimit;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.metering.MeteringTaskReader;
import io.billingcenter.readers.metering.ReadingHistory;
import io.billingcenter.readers.metering.SlicedDayReader;
import io.billingcenter.readers.traffic.FastTrafficReader;
import io.billingcenter.readers.traffic.TrafficFolder;
import io.billingcenter.writers.metering.MeteredDayWriter;
import io.billingcenter.writers.metering.MeteringTaskTables;
import io.billingcenter.writers.metering.SliceWriter;
import java.time.Clock;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists the traffic that is new or changed, then reads it: bins of workspace-days at once, a workspace-day an item. */
@Configuration(proxyBeanMethods = false)
public class MeterTrafficJob {

    private static final String RUN_ID = "#{stepExecution.jobExecution.jobInstance.instanceId}";

    @Bean
    Job jobMeterTraffic(JobFactory jobs, Step listTraffic, Step meterTraffic, Step joinSlices) {
        return jobs.job(JobName.METER_TRAFFIC, List.of(listTraffic, meterTraffic, joinSlices));
    }

    @Bean
    Step listTraffic(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings) {
        return steps.tasklet("listTraffic", (contribution, context) -> {
            long runId = contribution
                    .getStepExecution()
                    .getJobExecution()
                    .getJobInstance()
                    .getInstanceId();
            MeteringTaskTables tables = new MeteringTaskTables(jdbc);
            tables.clear();
            List<ListedTask> tasks = new ListTraffic(
                            new TrafficFolder(folders.traffic()),
                            new ReadingHistory(jdbc),
                            lookups.termsBook(),
                            request,
                            new ListTraffic.Limits(
                                    settings.metering().lateWindowDays(),
                                    settings.metering().tableBytes()))
                    .list(late -> tables.noteLate(
                            late.workspaceDay(),
                            "files came after the late window of "
                                    + settings.metering().lateWindowDays() + " days",
                            runId));
            tables.insert(tasks, settings.metering().effectiveThreads());
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    MeteringProgress meteringProgress(JdbcTemplate jdbc, ProgressOutput output, Clock clock) {
        return new MeteringProgress(jdbc, output, clock);
    }

    @Bean
    Step meterTraffic(
            StepFactory steps, Step meterBin, JdbcTemplate jdbc, MeteringProgress progress, BillingSettings settings) {
        return steps.partitioned(
                "meterTraffic",
                meterBin,
                new BinPartitioner(jdbc),
                settings.metering().effectiveThreads(),
                progress);
    }

    @Bean
    Step meterBin(
            StepFactory steps,
            ItemReader<MeteringTask> meteringTaskReader,
            ItemProcessor<MeteringTask, MeteredReading> meterWorkspaceDay,
            ItemWriter<MeteredReading> meteredDayWriter,
            BillingSettings settings) {
        return steps.chunk(
                "meterBin", settings.metering().chunkSize(), meteringTaskReader, meterWorkspaceDay, meteredDayWriter);
    }

    @Bean
    @StepScope
    ItemReader<MeteringTask> meteringTaskReader(
            JdbcTemplate jdbc, @Value("#{stepExecutionContext['" + BinPartitioner.BIN + "']}") Integer bin) {
        return new MeteringTaskReader(jdbc, bin);
    }

    @Bean
    @StepScope
    ItemProcessor<MeteringTask, MeteredReading> meterWorkspaceDay(
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            MeteringProgress progress,
            BillingSettings settings) {
        return new MeterWorkspaceDay(
                new TrafficFolder(folders.traffic()),
                new FastTrafficReader(progress.reading()),
                lookups.termsBook(),
                quarantineLimit(settings),
                jdbc);
    }

    @Bean
    @StepScope
    ItemWriter<MeteredReading> meteredDayWriter(JdbcTemplate jdbc, @Value(RUN_ID) Long runId) {
        return new SliceWriter(jdbc, new MeteredDayWriter(jdbc, runId));
    }

    /** Adds up the slices of the workspace-days that were too large to be read at once. */
    @Bean
    Step joinSlices(
            StepFactory steps,
            ItemReader<MeteredReading> slicedDayReader,
            ItemWriter<MeteredReading> meteredDayWriter) {
        return steps.chunk("joinSlices", 1, slicedDayReader, meteredDayWriter);
    }

    @Bean
    @StepScope
    ItemReader<MeteredReading> slicedDayReader(JdbcTemplate jdbc, BillingSettings settings) {
        return new SlicedDayReader(jdbc, quarantineLimit(settings));
    }

    private static QuarantineLimit quarantineLimit(BillingSettings settings) {
        return new QuarantineLimit(
                settings.metering().quarantineLimitCount(), settings.metering().quarantineLimitShare());
    }
}
