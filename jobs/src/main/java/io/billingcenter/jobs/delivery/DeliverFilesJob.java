package io.billingcenter.jobs.delivery;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.jobs.archive.RestoredDetails;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.PeriodDelivery;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the files of every period that has changed, from committed rows; a period is an item and a transaction. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class DeliverFilesJob {

    @Bean
    Job jobDeliverFiles(JobFactory jobs, Flow reconcileFlow, Flow billGateFlow, Flow deliverFlow, Flow sealFlow) {
        return jobs.job(JobName.DELIVER_FILES, reconcileFlow, billGateFlow, deliverFlow, sealFlow);
    }

    @Bean
    Flow deliverFlow(Step deliverFiles) {
        return Flows.of("deliver", deliverFiles);
    }

    @Bean
    Step deliverFiles(
            StepFactory steps, ItemReader<DeliveryPeriod> duePeriodReader, ItemWriter<DeliveryPeriod> periodWriter) {
        return steps.chunk("deliverFiles", 1, duePeriodReader, periodWriter);
    }

    @Bean
    @StepScope
    ItemReader<DeliveryPeriod> duePeriodReader(JdbcTemplate jdbc, RunRequest request) {
        return new DuePeriodReader(new DeliveryDue(jdbc), DeliveryPeriod.parse(request.period()));
    }

    @Bean
    @StepScope
    ItemWriter<DeliveryPeriod> periodWriter(
            JdbcTemplate jdbc,
            Folders folders,
            DeliveryReport report,
            BillingSettings settings,
            RestoredDetails details,
            @Value(RunId.OF_STEP) Long runId) {
        PeriodDelivery delivery = new PeriodDelivery(
                jdbc,
                new DeliveredRows(jdbc, settings.rules().units(), settings.zone()),
                new DeliverySettings(
                        folders.out(),
                        settings.zone(),
                        true,
                        settings.metering().effectiveThreads()));
        return new PeriodWriter(jdbc, delivery, report, details, runId);
    }
}
