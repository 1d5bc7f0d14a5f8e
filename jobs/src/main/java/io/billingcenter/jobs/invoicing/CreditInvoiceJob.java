package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Credits an invoice: posts what is taken back under an open day, pays it back, and issues the credit note. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class CreditInvoiceJob {

    @Bean
    Job jobCreditInvoice(
            JobFactory jobs,
            Flow creditFlow,
            Flow billGateFlow,
            Flow invoiceGateFlow,
            Flow deliverFlow,
            Flow sealFlow) {
        return jobs.job(JobName.CREDIT_INVOICE, creditFlow, billGateFlow, invoiceGateFlow, deliverFlow, sealFlow);
    }

    @Bean
    Flow creditFlow(Step creditInvoice) {
        return Flows.of("credit", creditInvoice);
    }

    @Bean
    Step creditInvoice(
            StepFactory steps, JdbcTemplate jdbc, BillingSettings settings, RunLookups lookups, PrintedNames names) {
        return steps.tasklet(
                "creditInvoice",
                new CreditInvoiceTasklet(jdbc, settings.invoicing().seriesNames(), lookups, names));
    }
}
