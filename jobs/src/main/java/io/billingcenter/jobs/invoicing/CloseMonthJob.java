package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.invoicing.InvoiceReader;
import io.billingcenter.writers.tables.invoicing.InvoiceWriter;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Closes a month: no more postings go into it, its bills are settled, every account gets its numbered invoice, the files
 * are delivered.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class CloseMonthJob {

    private static final int INVOICES_IN_A_TRANSACTION = 50;

    @Bean
    Job jobCloseMonth(
            JobFactory jobs,
            Step sealMonth,
            Step listWallets,
            Step settleBills,
            Step noteSettled,
            Step reconcileBills,
            Step issueInvoices,
            Step reconcileInvoices,
            Step deliverFiles,
            Step sealRun,
            Step writeReport) {
        return jobs.job(
                JobName.CLOSE_MONTH,
                List.of(
                        sealMonth,
                        listWallets,
                        settleBills,
                        noteSettled,
                        reconcileBills,
                        issueInvoices,
                        reconcileInvoices,
                        deliverFiles,
                        sealRun,
                        writeReport));
    }

    /**
     * Asks the checklist, unless the month is closed already: an attempt after one that was cut off does not ask again.
     */
    @Bean
    Step sealMonth(
            StepFactory steps,
            MonthChecklists checklists,
            RunRequest request,
            ObjectProvider<CloseAcceptance> acceptance) {
        return steps.tasklet("sealMonth", (contribution, context) -> {
            checklists.close(
                    request.requireMonth(),
                    acceptance.getIfAvailable(() -> CloseAcceptance.NONE),
                    RunId.of(contribution));
            return RepeatStatus.FINISHED;
        });
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
    ItemWriter<Invoice> invoiceWriter(JdbcTemplate jdbc, BillingSettings settings, @Value(RunId.OF_STEP) Long runId) {
        return new InvoiceWriter(jdbc, settings.invoicing().invoiceSeries(), runId);
    }
}
