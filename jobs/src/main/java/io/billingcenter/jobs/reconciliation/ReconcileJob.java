package io.billingcenter.jobs.reconciliation;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.jobs.metering.StagedCopies;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares neighbouring stages. As a gate of a night it compares everything that changed since the gate was last passed; as
 * a command it compares everything of a day, and counts the raw files once more.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ReconcileJob {

    @Bean
    Job jobReconcile(JobFactory jobs, Flow dayFlow) {
        return jobs.job(JobName.RECONCILE, dayFlow);
    }

    @Bean
    Flow dayFlow(Step reconcileDay) {
        return Flows.of("day", reconcileDay);
    }

    @Bean
    Flow reconcileFlow(Step reconcile) {
        return Flows.of("reconcile", reconcile);
    }

    @Bean
    Flow billGateFlow(Step reconcileBills) {
        return Flows.of("billGate", reconcileBills);
    }

    @Bean
    Flow invoiceGateFlow(Step reconcileInvoices) {
        return Flows.of("invoiceGate", reconcileInvoices);
    }

    @Bean
    Step reconcile(StepFactory steps, Gate gate, JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        return steps.tasklet("reconcile", new UsageGateTasklet(gate, jdbc, folders, settings));
    }

    @Bean
    Step reconcileBills(StepFactory steps, Gate gate, JdbcTemplate jdbc) {
        return steps.tasklet("reconcileBills", new BillGateTasklet(gate, jdbc));
    }

    @Bean
    Step reconcileInvoices(StepFactory steps, Gate gate, JdbcTemplate jdbc) {
        return steps.tasklet("reconcileInvoices", new InvoiceGateTasklet(gate, jdbc));
    }

    @Bean
    Step reconcileDay(
            StepFactory steps,
            Gate gate,
            JdbcTemplate jdbc,
            Folders folders,
            BillingSettings settings,
            StagedCopies copies) {
        return steps.tasklet("reconcileDay", new DayGateTasklet(gate, jdbc, folders, settings, copies));
    }
}
