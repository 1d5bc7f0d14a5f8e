package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.tables.metering.SlicedDayReader;
import io.billingcenter.writers.tables.metering.SlicedDayWriter;
import java.time.Clock;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists the traffic that is new or changed, then reads it ({@link MeterTrafficStep}). */
@Lazy
@Configuration(proxyBeanMethods = false)
public class MeterTrafficJob {

    @Bean
    Job jobMeterTraffic(JobFactory jobs, Flow meterFlow, Flow sealFlow) {
        return jobs.job(JobName.METER_TRAFFIC, meterFlow, sealFlow);
    }

    @Bean
    Flow meterFlow(
            Folders folders,
            @Qualifier("fetchTraffic") ObjectProvider<Step> fetchTraffic,
            Step listTraffic,
            Step meterTraffic,
            Step joinSlices,
            Step noteSilence) {
        return folders.remoteTraffic() == null
                ? Flows.of("meter", listTraffic, meterTraffic, joinSlices, noteSilence)
                : Flows.of("meter", fetchTraffic.getObject(), listTraffic, meterTraffic, joinSlices, noteSilence);
    }

    @Bean
    Step fetchTraffic(StepFactory steps, @Qualifier("fetchTrafficTasklet") Tasklet fetchTrafficTasklet) {
        return steps.tasklet("fetchTraffic", fetchTrafficTasklet);
    }

    @Bean
    @StepScope
    Tasklet fetchTrafficTasklet(
            JdbcTemplate jdbc,
            Folders folders,
            BillingSettings settings,
            GuardStops stops,
            FetchReport report,
            Clock clock) {
        return new FetchTrafficTasklet(jdbc, folders, settings, stops, report, clock);
    }

    @Bean
    Step listTraffic(
            StepFactory steps,
            JdbcTemplate jdbc,
            Folders folders,
            RunLookups lookups,
            BillingSettings settings,
            GuardStops stops,
            ConsentBook consents,
            Archives archives,
            StagedCopies copies) {
        return steps.tasklet(
                "listTraffic",
                new ListTrafficTasklet(jdbc, folders, lookups, settings, stops, consents, archives, copies));
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

    /** Adds up the slices of the workspace-days that were too large to be read at once. */
    @Bean
    Step joinSlices(
            StepFactory steps, ItemReader<MeteredReading> slicedDayReader, ItemWriter<MeteredReading> slicedDayWriter) {
        return steps.chunk("joinSlices", 1, slicedDayReader, slicedDayWriter);
    }

    @Bean
    @StepScope
    ItemReader<MeteredReading> slicedDayReader(JdbcTemplate jdbc, BillingSettings settings) {
        return new SlicedDayReader(jdbc, settings.metering().quarantineLimit());
    }

    @Bean
    @StepScope
    ItemWriter<MeteredReading> slicedDayWriter(
            JdbcTemplate jdbc, RunRequest request, @Value(RunId.OF_STEP) Long runId) {
        return new SlicedDayWriter(jdbc, WholeDays.writer(jdbc, request, runId), runId);
    }
}
