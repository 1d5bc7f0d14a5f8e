package io.billingcenter.jobs.delivery;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.delivery.FinanceRows;
import io.billingcenter.writers.delivery.DeliveryDue;
import io.billingcenter.writers.delivery.DeliverySettings;
import io.billingcenter.writers.delivery.PeriodDelivery;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the files of every period that has changed, from committed rows; a period an item and a transaction. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class DeliverFilesJob {

    @Bean
    Job jobDeliverFiles(JobFactory jobs, Step deliverFiles) {
        return jobs.job(JobName.DELIVER_FILES, List.of(deliverFiles));
    }

    @Bean
    Step deliverFiles(
            StepFactory steps,
            ItemReader<DeliveryPeriod> duePeriodReader,
            JdbcTemplate jdbc,
            Folders folders,
            DeliveryReport report,
            BillingSettings settings) {
        PeriodDelivery delivery = new PeriodDelivery(
                jdbc, new FinanceRows(jdbc), new DeliverySettings(folders.out(), settings.zone(), true));
        DeliveryDue due = new DeliveryDue(jdbc);
        ItemWriter<DeliveryPeriod> deliver = periods -> {
            for (DeliveryPeriod period : periods) {
                report.add(delivery.deliver(period));
                due.done(period);
            }
        };
        return steps.chunk("deliverFiles", 1, duePeriodReader, deliver);
    }

    @Bean
    @StepScope
    ItemReader<DeliveryPeriod> duePeriodReader(JdbcTemplate jdbc, RunRequest request) {
        return new DuePeriodReader(new DeliveryDue(jdbc), request);
    }
}
