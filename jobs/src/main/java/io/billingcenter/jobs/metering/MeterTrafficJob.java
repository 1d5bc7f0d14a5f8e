package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.metering.MeteringTaskReader;
import io.billingcenter.readers.tables.metering.SlicedDayReader;
import io.billingcenter.readers.tables.metering.TaskGroups;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import io.billingcenter.writers.tables.metering.MeteredDayWriter;
import io.billingcenter.writers.tables.metering.SliceWriter;
import io.billingcenter.writers.tables.metering.SlicedDayWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists the traffic that is new or changed, then reads it: bins of workspace-days at once, as many workspace-days an
 * item as come to a certain size. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class MeterTrafficJob {

    @Bean
    Job jobMeterTraffic(
            JobFactory jobs, Step listTraffic, Step meterTraffic, Step joinSlices, Step noteSilence, Step sealRun) {
        return jobs.job(JobName.METER_TRAFFIC, List.of(listTraffic, meterTraffic, joinSlices, noteSilence, sealRun));
    }

    @Bean
    Step listTraffic(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            GuardStops stops,
            ConsentBook consents) {
        ListTrafficStep list = new ListTrafficStep(jdbc, folders, lookups, request, settings, stops, consents);
        return steps.tasklet("listTraffic", (contribution, context) -> {
            list.run(RunId.of(contribution));
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
            ItemReader<List<MeteringTask>> meteringTaskReader,
            ItemProcessor<List<MeteringTask>, List<MeteredReading>> meterWorkspaceDay,
            ItemWriter<List<MeteredReading>> readingWriter) {
        return steps.chunk("meterBin", 1, meteringTaskReader, meterWorkspaceDay, readingWriter);
    }

    @Bean
    @StepScope
    ItemReader<List<MeteringTask>> meteringTaskReader(
            JdbcTemplate jdbc,
            BillingSettings settings,
            @Value("#{stepExecutionContext['" + BinPartitioner.BIN + "']}") Integer bin) {
        return new TaskGroups(
                new MeteringTaskReader(jdbc, bin),
                settings.metering().chunkSize(),
                (long) settings.metering().chunkMb() << 20);
    }

    @Bean
    @StepScope
    ItemProcessor<List<MeteringTask>, List<MeteredReading>> meterWorkspaceDay(
            JdbcTemplate jdbc,
            Folders folders,
            ReferenceLookups lookups,
            MeteringProgress progress,
            BillingSettings settings,
            PlatformTransactionManager transactions,
            @Value(RunId.OF_STEP) Long runId) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new MeterWorkspaceDay(
                new TrafficFolder(folders.traffic()),
                new TrafficReaders(progress.reading()),
                lookups.termsBook(),
                settings.metering().quarantineLimit(),
                jdbc,
                nested,
                runId);
    }

    @Bean
    @StepScope
    ItemWriter<List<MeteredReading>> readingWriter(
            JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        SliceWriter writer = new SliceWriter(jdbc, wholeDays(jdbc, request, runId));
        return groups -> writer.write(
                new Chunk<>(groups.getItems().stream().flatMap(List::stream).toList()));
    }

    /** Adds up the slices of the workspace-days that were too large to be read at once. */
    @Bean
    Step joinSlices(
            StepFactory steps, ItemReader<MeteredReading> slicedDayReader, ItemWriter<MeteredReading> slicedDayWriter) {
        return steps.chunk("joinSlices", 1, slicedDayReader, slicedDayWriter);
    }

    @Bean
    @StepScope
    ItemWriter<MeteredReading> slicedDayWriter(
            JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new SlicedDayWriter(jdbc, wholeDays(jdbc, request, runId), runId);
    }

    private static MeteredDayWriter wholeDays(JdbcTemplate jdbc, RunRequest request, long runId) {
        Set<BillingMonth> closed = new RunHistoryReader(jdbc).closedMonths();
        return new MeteredDayWriter(
                jdbc,
                runId,
                day -> new ReadingVerdict.Circumstances(
                        request.withdraws(day.workspace(), day.day()),
                        closed.contains(day.day().month()) && !request.rereads(day.workspace(), day.day())));
    }

    @Bean
    @StepScope
    ItemReader<MeteredReading> slicedDayReader(JdbcTemplate jdbc, BillingSettings settings) {
        return new SlicedDayReader(jdbc, settings.metering().quarantineLimit());
    }
}
