package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.CreditNote;
import io.billingcenter.domain.invoicing.CreditPosting;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.DocumentReference;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.settlement.SettlementDue;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes credit notes: first their entries, which are then settled, then the documents with what was paid back. All of a
 * credit note is one transaction of the caller.
 */
public final class CreditNoteWriter {

    private static final String NONE = "";

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Writes for a run. */
    public CreditNoteWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /**
     * Appends the entries of a credit note, all of one account and posted day, and marks their bill to be settled.
     *
     * @throws io.billingcenter.domain.invoicing.MonthClosedException if the month of the day is closed
     */
    public void post(List<CreditPosting> postings) {
        CreditPosting first = postings.get(0);
        new ClosedMonthWriter(jdbc).requireOpen(first.postedDay());
        PostingTable.TABLE.insert(jdbc, rows(postings));
        new DeliveryDue(jdbc).markDay(first.postedDay());
        new SettlementDue(jdbc)
                .mark(postings.stream()
                        .map(posting -> new SettlementDue.Posted(
                                posting.account(),
                                posting.postedDay(),
                                posting.credited().item().line().workspace()))
                        .toList());
    }

    /**
     * Stores the document of entries that are settled, with the request for it and its control total.
     *
     * @param parties names of the workspaces
     */
    public void issue(CreditNote note, InvoiceHeader header, InvoiceParties parties) {
        Invoice document = note.document();
        RowDigests digests = new RowDigests();
        rows(note.postings()).forEach(digests::add);
        TableRow row = InvoiceTable.row(note, runId);
        digests.add(row);
        digests.add(DocumentReference.row(
                DocumentKind.CREDIT_NOTE, note.correction().invoice()));
        InvoiceTable.TABLE.insert(jdbc, row);
        TableRow headerRow = InvoiceHeaderTable.row(note.number(), header);
        digests.add(headerRow);
        InvoiceHeaderTable.TABLE.insert(jdbc, headerRow);
        List<TableRow> lines = InvoiceWriter.lines(document, note.number());
        lines.forEach(digests::add);
        InvoiceLineTable.TABLE.insert(jdbc, lines);
        List<TableRow> details = InvoiceWriter.details(document, note.number(), parties);
        details.forEach(digests::add);
        InvoiceLineDetailTable.TABLE.insert(jdbc, details);
        TableRow request = CreditNoteTable.row(note, runId);
        digests.add(request);
        CreditNoteTable.TABLE.insert(jdbc, request);
        new ControlTotals(jdbc, runId)
                .insert(List.of(new ControlTotal(
                        ControlStage.INVOICED,
                        NONE,
                        note.month().firstDay().date(),
                        1,
                        note.number().toString(),
                        note.currency().getCurrencyCode(),
                        null,
                        document.lines().size(),
                        BigDecimal.ZERO,
                        document.total().amount(),
                        digests.parts())));
    }

    private List<TableRow> rows(List<CreditPosting> postings) {
        return postings.stream()
                .map(posting -> PostingTable.row(posting, runId))
                .toList();
    }
}
