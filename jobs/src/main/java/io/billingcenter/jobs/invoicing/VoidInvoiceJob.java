package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Voids an invoice: its postings get an invoice with another number, and the month another revision. No money moves. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class VoidInvoiceJob {

    @Bean
    Job jobVoidInvoice(JobFactory jobs, Flow voidFlow, Flow invoiceGateFlow, Flow deliverFlow, Flow sealFlow) {
        return jobs.job(JobName.VOID_INVOICE, voidFlow, invoiceGateFlow, deliverFlow, sealFlow);
    }

    @Bean
    Flow voidFlow(Step voidInvoice) {
        return Flows.of("void", voidInvoice);
    }

    @Bean
    Step voidInvoice(StepFactory steps, JdbcTemplate jdbc, BillingSettings settings, PrintedNames names) {
        return steps.tasklet("voidInvoice", new VoidInvoiceTasklet(jdbc, settings, names));
    }
}
