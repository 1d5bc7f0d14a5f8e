package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.invoicing.InvoiceReader;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import io.billingcenter.writers.tables.invoicing.InvoiceWriter;
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

/**
 * Closes a month: it gets no more postings, its bills are settled, every account gets its numbered invoice, and the files are
 * delivered.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class CloseMonthJob {

    private static final int INVOICES_IN_A_TRANSACTION = 200;

    @Bean
    Job jobCloseMonth(JobFactory jobs, Flow closeFlow) {
        return jobs.job(JobName.CLOSE_MONTH, closeFlow);
    }

    /** The table of contents of a close. */
    @Bean
    Flow closeFlow(
            Flow monthFlow,
            Flow payFlow,
            Flow billGateFlow,
            Flow invoiceFlow,
            Flow invoiceGateFlow,
            Flow deliverFlow,
            Flow sealFlow,
            Flow reportFlow) {
        return Flows.of(
                "close",
                monthFlow,
                payFlow,
                billGateFlow,
                invoiceFlow,
                invoiceGateFlow,
                deliverFlow,
                sealFlow,
                reportFlow);
    }

    @Bean
    Flow monthFlow(Step sealMonth) {
        return Flows.of("month", sealMonth);
    }

    @Bean
    Flow invoiceFlow(Step issueInvoices) {
        return Flows.of("invoice", issueInvoices);
    }

    @Bean
    Step sealMonth(StepFactory steps, MonthChecklists checklists) {
        return steps.tasklet("sealMonth", new CloseMonthTasklet(checklists));
    }

    @Bean
    Step issueInvoices(StepFactory steps, ItemReader<Invoice> invoiceReader, ItemWriter<Invoice> invoiceWriter) {
        return steps.chunk("issueInvoices", INVOICES_IN_A_TRANSACTION, invoiceReader, invoiceWriter);
    }

    @Bean
    @StepScope
    ItemReader<Invoice> invoiceReader(JdbcTemplate jdbc, RunRequest request) {
        return new InvoiceReader(jdbc, request.requireMonth());
    }

    @Bean
    @StepScope
    ItemWriter<Invoice> invoiceWriter(
            JdbcTemplate jdbc,
            BillingSettings settings,
            PrintedNames names,
            RunRequest request,
            @Value(RunId.OF_STEP) Long runId) {
        return new InvoiceWriter(
                jdbc,
                settings.invoicing().seriesNames(),
                names.parties(),
                invoiceDate(new IssueTermsReader(jdbc), request),
                runId);
    }

    /** Returns the date with which the month was closed; a close that an older program has begun has none yet. */
    private static BillingDay invoiceDate(IssueTermsReader terms, RunRequest request) {
        return terms.invoiceDate(request.requireMonth())
                .orElseGet(() -> request.requireIssueDate().day());
    }
}
