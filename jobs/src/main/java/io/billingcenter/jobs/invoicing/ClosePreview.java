package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.document.DraftDocuments;
import io.billingcenter.jobs.installation.OutputFolder;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.tables.invoicing.InvoiceReader;
import io.billingcenter.readers.tables.invoicing.InvoiceTotals;
import io.billingcenter.writers.files.delivery.DraftInvoices;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A preview of closing a month: its invoices and the findings against it; the database is only read. */
@Component
public class ClosePreview {

    private static final String ROW = "  %-12s %s%n";

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final OutputFolder outputFolder;
    private final MonthChecklists checklists;
    private final PrintedNames names;
    private final DraftDocuments documents;

    ClosePreview(
            JdbcTemplate jdbc,
            Folders folders,
            OutputFolder outputFolder,
            MonthChecklists checklists,
            PrintedNames names,
            DraftDocuments documents) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.outputFolder = outputFolder;
        this.checklists = checklists;
        this.names = names;
        this.documents = documents;
    }

    /**
     * Prints the checklist of a month and writes its invoices as they would be.
     *
     * @param today the current day
     * @return whether the month could be closed
     * @throws IllegalArgumentException when the output folder belongs to another database
     */
    public boolean show(BillingMonth month, BillingDay today, PrintWriter out) {
        outputFolder.refuseThatOfAnother();
        out.println("preview of close " + month);
        if (checklists.isClosed(month)) {
            out.printf(Locale.ROOT, ROW, "invoices", "the month is closed; its invoices are final");
            out.flush();
            return true;
        }
        List<Invoice> invoices = invoices(month);
        Folders.requireWritable("the draft", folders.out(), "--out");
        InvoiceParties parties = names.parties();
        Path folder = new DraftInvoices(folders.out()).write(month, invoices, checklists.layout(), parties);
        List<String> held = documents.write(folder, month, invoices, parties);
        printInvoices(month, invoices, out);
        out.printf(Locale.ROOT, ROW, "files", folder);
        held.forEach(reason -> out.printf(Locale.ROOT, ROW, "held", reason));
        CloseChecklist checklist = checklists.of(month);
        List<CloseFinding> against = checklist.against(Set.of());
        for (CloseFinding finding : checklist.findings()) {
            out.printf(Locale.ROOT, ROW, against.contains(finding) ? "not done" : "listed", finding.text());
        }
        boolean isOver = !today.isBefore(month.firstClosingDay());
        if (!isOver) {
            out.printf(Locale.ROOT, ROW, "not done", "the month can be closed from " + month.firstClosingDay());
        }
        boolean clear = isOver && against.isEmpty();
        out.printf(Locale.ROOT, ROW, "close", clear ? "nothing is open" : "would be refused");
        out.flush();
        return clear;
    }

    private List<Invoice> invoices(BillingMonth month) {
        InvoiceReader reader = InvoiceReader.preview(jdbc, month);
        List<Invoice> invoices = new ArrayList<>();
        for (Invoice invoice = reader.read(); invoice != null; invoice = reader.read()) {
            invoices.add(invoice);
        }
        return invoices;
    }

    private void printInvoices(BillingMonth month, List<Invoice> invoices, PrintWriter out) {
        Map<String, List<Money>> totals = new TreeMap<>();
        invoices.forEach(
                invoice -> totals.computeIfAbsent(invoice.currency().getCurrencyCode(), currency -> new ArrayList<>())
                        .add(invoice.total()));
        totals.forEach((currency, amounts) -> out.printf(
                Locale.ROOT,
                ROW,
                "invoices",
                currency + " "
                        + amounts.stream()
                                .reduce(Money::plus)
                                .orElseThrow()
                                .amount()
                                .toPlainString() + " in "
                        + amounts.size() + ", without numbers"));
        List<InvoiceTotals.Total> credits = new InvoiceTotals(jdbc).of(DocumentKind.CREDIT_NOTE, month.toString());
        credits.forEach(total -> out.printf(
                Locale.ROOT,
                ROW,
                "credit notes",
                total.currency() + " " + total.amount().toPlainString() + " in " + total.invoices()
                        + ", issued already; not part of the draft"));
        if (totals.isEmpty()) {
            out.printf(
                    Locale.ROOT, ROW, "invoices", InvoiceSummary.reasonForNone(!credits.isEmpty(), month.toString()));
        }
    }
}
