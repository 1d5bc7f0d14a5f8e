package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.metering.MeteringTaskReader;
import io.billingcenter.readers.tables.metering.TaskGroups;
import io.billingcenter.writers.tables.metering.SliceWriter;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partitions of the step {@code meterTraffic}: each reads a bin of workspace-days. An item is a group of small
 * workspace-days up to a size limit, or one large workspace-day, or a slice of a giant one.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class MeterTrafficStep {

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
        SliceWriter writer = new SliceWriter(jdbc, WholeDays.writer(jdbc, request, runId));
        return groups -> writer.write(
                new Chunk<>(groups.getItems().stream().flatMap(List::stream).toList()));
    }
}
