package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.usage.BegunReading;
import io.billingcenter.domain.usage.ListedTask;
import io.billingcenter.domain.usage.MeteredReading;
import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.ReadingPlan;
import io.billingcenter.domain.usage.ReadingPlan.PlannedReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.metering.BegunReadings;
import io.billingcenter.readers.metering.MeteringTaskReader;
import io.billingcenter.readers.metering.ReadingHistory;
import io.billingcenter.readers.metering.SlicedDayReader;
import io.billingcenter.readers.metering.TaskGroups;
import io.billingcenter.readers.runs.RunInputs;
import io.billingcenter.readers.traffic.TrafficFolder;
import io.billingcenter.writers.metering.LateDays;
import io.billingcenter.writers.metering.MeteredDayWriter;
import io.billingcenter.writers.metering.MeteringTaskTables;
import io.billingcenter.writers.metering.SliceWriter;
import io.billingcenter.writers.metering.SlicedDayWriter;
import io.billingcenter.writers.runs.RunTable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(MeterTrafficJob.class);

    @Bean
    Job jobMeterTraffic(JobFactory jobs, Step listTraffic, Step meterTraffic, Step joinSlices, Step sealRun) {
        return jobs.job(JobName.METER_TRAFFIC, List.of(listTraffic, meterTraffic, joinSlices, sealRun));
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
            long runId = RunId.of(contribution);
            LateDays late = new LateDays(jdbc, request.requireDay());
            ListTraffic listing = new ListTraffic(
                    new TrafficFolder(folders.traffic()),
                    new ReadingHistory(jdbc),
                    lookups.termsBook(),
                    request,
                    settings.metering().lateWindowDays());
            List<ListedTask> tasks = listing.list(task -> late.note(
                    task.workspaceDay(),
                    "files came after the late window of " + settings.metering().lateWindowDays() + " days",
                    runId));
            tasks.forEach(task -> late.keep(task.workspaceDay()));
            late.forgetWithdrawn();
            List<PlannedReading> plan = new ReadingPlan(
                            settings.metering().effectiveThreads(),
                            settings.metering().tableBytes())
                    .of(tasks);
            store(jdbc, tasks, plan, request);
            noteInputs(jdbc, runId, settings, listing.digest());
            return RepeatStatus.FINISHED;
        });
    }

    /** Keeps with the run what this attempt was begun with. */
    private static void noteInputs(JdbcTemplate jdbc, long runId, BillingSettings settings, String listing) {
        RunInputs inputs = new RunInputs(jdbc);
        String digest = inputs.digest(settings.describeRules(), listing);
        new RunTable(jdbc).inputs(runId, digest);
        inputs.unfinishedWithOthers(runId, digest)
                .ifPresent(other -> LOG.info(
                        "Run {} did not finish and had other inputs; what it did under them is done anew", other));
    }

    /** Stores the work in place of what an earlier attempt listed; slices that it has read and that still stand are kept. */
    private static void store(
            JdbcTemplate jdbc, List<ListedTask> tasks, List<PlannedReading> plan, RunRequest request) {
        List<BegunReading> standing = BegunReading.standing(
                new BegunReadings(jdbc).all(), tasks, day -> request.rereads(day.workspace(), day.day()));
        Set<WorkspaceDay> days =
                standing.stream().map(BegunReading::workspaceDay).collect(Collectors.toSet());
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.clear(days);
        tables.insert(BegunReading.resume(standing, plan), days);
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
    ItemWriter<List<MeteredReading>> readingWriter(JdbcTemplate jdbc, @Value(RunId.OF_STEP) Long runId) {
        SliceWriter writer = new SliceWriter(jdbc, new MeteredDayWriter(jdbc, runId));
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
    ItemWriter<MeteredReading> slicedDayWriter(JdbcTemplate jdbc, @Value(RunId.OF_STEP) Long runId) {
        return new SlicedDayWriter(jdbc, new MeteredDayWriter(jdbc, runId), runId);
    }

    @Bean
    @StepScope
    ItemReader<MeteredReading> slicedDayReader(JdbcTemplate jdbc, BillingSettings settings) {
        return new SlicedDayReader(jdbc, settings.metering().quarantineLimit());
    }
}
