package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.invoicing.CorrectionRefusedException;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import io.billingcenter.readers.tables.invoicing.ShippedDocuments;
import io.billingcenter.readers.tables.invoicing.StoredInvoices;
import io.billingcenter.writers.tables.invoicing.InvoiceWriter;
import io.billingcenter.writers.tables.invoicing.VoidedInvoiceWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Voids an invoice and issues its postings again, in one transaction. A repeated request finds it done. */
final class VoidInvoiceTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final PrintedNames names;

    VoidInvoiceTasklet(JdbcTemplate jdbc, BillingSettings settings, PrintedNames names) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.names = names;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        InvoiceCorrection correction = RunRequest.of(contribution).requireCorrection();
        IssuedInvoices invoices = new IssuedInvoices(jdbc);
        if (invoices.monthOfVoided(correction.invoice(), correction.reason()).isEmpty()) {
            IssuedInvoice invoice = invoices.require(correction.invoice());
            requireHere(invoice, invoices.creditNotesOf(invoice.number()));
            replace(invoice, correction, RunId.of(contribution));
        }
        return RepeatStatus.FINISHED;
    }

    private void replace(IssuedInvoice invoice, InvoiceCorrection correction, long runId) {
        Invoice same = new StoredInvoices(jdbc).read(invoice);
        VoidedInvoiceWriter voided = new VoidedInvoiceWriter(jdbc, runId);
        voided.move(invoice, correction);
        BillingDay date =
                new IssueTermsReader(jdbc).invoiceDate(invoice.month()).orElse(correction.on());
        new InvoiceWriter(jdbc, settings.invoicing().seriesNames(), names.parties(), date, runId)
                .write(new Chunk<>(List.of(same)));
        voided.replaced(invoice);
    }

    private void requireHere(IssuedInvoice invoice, List<String> creditNotes) {
        String number = invoice.number();
        if (!creditNotes.isEmpty()) {
            throw refused(number, "credit note " + creditNotes.get(0) + " refers to it");
        }
        new ShippedDocuments(jdbc).traceOf(invoice).ifPresent(trace -> {
            throw refused(number, trace);
        });
    }

    private static CorrectionRefusedException refused(String number, String found) {
        return new CorrectionRefusedException("Expected an invoice that nobody outside has and that no credit note"
                + " corrects, found " + number + ": " + found + "; credit it, and bill the account anew."
                + " Nothing was voided");
    }
}
