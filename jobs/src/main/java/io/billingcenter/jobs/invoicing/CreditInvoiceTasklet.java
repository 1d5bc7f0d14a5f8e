package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.invoicing.CorrectionRefusedException;
import io.billingcenter.domain.invoicing.CreditCalculator;
import io.billingcenter.domain.invoicing.CreditNote;
import io.billingcenter.domain.invoicing.CreditPosting;
import io.billingcenter.domain.invoicing.CreditedLines;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.InvoicedItems;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import io.billingcenter.readers.tables.invoicing.StoredInvoices;
import io.billingcenter.writers.tables.invoicing.CreditNoteWriter;
import io.billingcenter.writers.tables.invoicing.NumberSeries;
import java.util.Currency;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes a credit note in one transaction: its entries, what they pay back, its number and its document. A crash leaves all of
 * it or nothing. A request that has its credit note already makes no other one.
 */
final class CreditInvoiceTasklet implements Tasklet {

    private static final String OF_FAPIAO = "CNY";

    private final JdbcTemplate jdbc;
    private final SeriesNames series;
    private final RunLookups runLookups;
    private final PrintedNames names;

    CreditInvoiceTasklet(JdbcTemplate jdbc, SeriesNames series, RunLookups runLookups, PrintedNames names) {
        this.names = names;
        this.jdbc = jdbc;
        this.series = series;
        this.runLookups = runLookups;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        InvoiceCorrection correction = request.requireCorrection();
        IssuedInvoices invoices = new IssuedInvoices(jdbc);
        if (invoices.madeFor(correction).isEmpty()) {
            credit(
                    invoices.require(correction.invoice()),
                    request,
                    runLookups.of(contribution),
                    RunId.of(contribution));
        }
        return RepeatStatus.FINISHED;
    }

    private void credit(IssuedInvoice invoice, RunRequest request, ReferenceLookups lookups, long runId) {
        InvoiceCorrection correction = request.requireCorrection();
        BillingDay day = request.requirePostedDay();
        AccountSettlement settlement = new AccountSettlement(jdbc, lookups, day, runId);
        requireSettled(settlement, invoice, day);
        InvoiceNumber number = new NumberSeries(jdbc, series)
                .take(
                        DocumentKind.CREDIT_NOTE,
                        invoice.currency(),
                        day.month().month().getYear(),
                        1);
        int creditNumber = new IssuedInvoices(jdbc).lastCreditNumber() + 1;
        List<CreditPosting> postings =
                CreditCalculator.credit(CreditedLines.of(correction.lines()), new InvoicedItems(jdbc).of(invoice))
                        .stream()
                        .map(credited -> new CreditPosting(day, invoice.account(), number, creditNumber, credited))
                        .toList();
        CreditNoteWriter writer = new CreditNoteWriter(jdbc, runId);
        writer.post(postings);
        PaymentParts parts = settlement.settle(invoice.account(), invoice.currency());
        CreditNote note =
                new CreditNote(number, creditNumber, correction, postings, parts, fapiao(invoice, parts, lookups));
        InvoiceParties parties = names.parties();
        writer.issue(note, header(note, request.requireIssueDate().day(), parties), parties);
    }

    /** A credit note is addressed as the invoice is, and is due on its day. */
    private InvoiceHeader header(CreditNote note, BillingDay day, InvoiceParties parties) {
        InvoiceHeader of = new StoredInvoices(jdbc)
                .header(note.correction().invoice())
                .orElseGet(() -> parties.header(note.document(), day));
        return new InvoiceHeader(of.accountName(), day, day, of.seller(), of.buyer());
    }

    /** Refuses an account with other bills to settle, so that what is moved belongs to the credit note alone. */
    private static void requireSettled(AccountSettlement settlement, IssuedInvoice invoice, BillingDay day) {
        if (settlement.isDue(invoice.account())) {
            throw new CorrectionRefusedException("Expected the bills of account " + invoice.account() + " up to " + day
                    + " to be settled before one of its invoices is credited, found some that are not; run billing"
                    + " settle --day " + day + " first. Nothing was posted");
        }
    }

    /** Returns the cash that takes from the amount of a fapiao: only where one can be issued (billing rules 7.5). */
    private static Money fapiao(IssuedInvoice invoice, PaymentParts parts, ReferenceLookups lookups) {
        boolean isStated = invoice.currency().equals(Currency.getInstance(OF_FAPIAO))
                && lookups.directory()
                        .findAccount(invoice.account())
                        .filter(BillingAccount::certified)
                        .isPresent();
        return isStated ? parts.cash() : Money.zero(invoice.currency());
    }
}
