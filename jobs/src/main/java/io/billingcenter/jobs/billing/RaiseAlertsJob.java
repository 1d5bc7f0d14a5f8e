package io.billingcenter.jobs.billing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.billing.CheckedDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.billing.AlertWorkReader;
import io.billingcenter.writers.tables.billing.AlertWriter;
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
 * Compares the charges of workspace-days, including those of the late window, with the thresholds of their workspaces. A
 * workspace-day is an item.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class RaiseAlertsJob {

    @Bean
    Job jobRaiseAlerts(JobFactory jobs, Flow alertFlow, Flow sealFlow) {
        return jobs.job(JobName.RAISE_ALERTS, alertFlow, sealFlow);
    }

    @Bean
    Flow alertFlow(Step raiseAlerts) {
        return Flows.of("alert", raiseAlerts);
    }

    @Bean
    Step raiseAlerts(
            StepFactory steps,
            ItemReader<AlertWork> alertWorkReader,
            ItemProcessor<AlertWork, CheckedDay> alertProcessor,
            ItemWriter<CheckedDay> alertWriter,
            BillingSettings settings) {
        return steps.chunk(
                "raiseAlerts", settings.invoicing().chunkSize(), alertWorkReader, alertProcessor, alertWriter);
    }

    @Bean
    @StepScope
    ItemReader<AlertWork> alertWorkReader(
            JdbcTemplate jdbc, ReferenceLookups lookups, RunRequest request, BillingSettings settings) {
        BillingDay day = request.requireDay();
        DayRange days = new DayRange(day.minusDays(settings.metering().lateWindowDays()), day.plusDays(1));
        return new AlertWorkReader(jdbc, days, lookups.alertThresholds());
    }

    @Bean
    @StepScope
    ItemProcessor<AlertWork, CheckedDay> alertProcessor(ReferenceLookups lookups) {
        return work -> new CheckedDay(work, lookups.alertThresholds().raised(work));
    }

    @Bean
    @StepScope
    ItemWriter<CheckedDay> alertWriter(JdbcTemplate jdbc, @Value(RunId.OF_STEP) Long runId) {
        return new AlertWriter(jdbc, runId);
    }
}
