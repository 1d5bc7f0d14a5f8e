package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.DocumentReference;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares fees and invoices with their control totals. */
final class BilledVerification {

    private static final int PAGE_INVOICES = 1_000;

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;

    BilledVerification(JdbcTemplate jdbc, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.result = result;
    }

    /** Compares the fee postings, a billing day at a time. */
    void verifyFees() {
        Set<LocalDate> days = new TreeSet<>(jdbc.query("""
                SELECT control_day FROM control_total WHERE stage = 'fee'
                UNION SELECT billing_day FROM posting WHERE agreement_id > '' AND kind <> 'credit'""", (row, number) -> row.getObject(1, LocalDate.class)));
        for (LocalDate day : days) {
            UnitComparison units = new UnitComparison(jdbc, result);
            units.addTotals(
                    row -> fee(day, row.getString("subject"), row.getInt("version"), row),
                    "stage = 'fee' AND workspace_id = '' AND control_day = ?",
                    day);
            units.addRows(
                    PostingTable.TABLE,
                    row -> fee(day, row.getString("agreement_id"), row.getInt("rating"), row),
                    "billing_day = ? AND agreement_id > '' AND kind <> 'credit'",
                    day);
            units.compare();
        }
    }

    private static String fee(LocalDate day, String agreement, int round, ResultSet row) throws SQLException {
        return day + " fee " + agreement + " round " + round + " " + row.getString("currency");
    }

    /** Compares the invoices, a page of them at a time. */
    void verifyInvoices() {
        String after = "";
        List<String> numbers;
        do {
            numbers = jdbc.query(
                    "SELECT subject FROM control_total WHERE stage = 'invoiced' AND workspace_id = '' AND subject > ?"
                            + " ORDER BY subject FETCH FIRST " + PAGE_INVOICES + " ROWS ONLY",
                    (row, number) -> row.getString("subject"),
                    after);
            boolean isLast = numbers.size() < PAGE_INVOICES;
            // The last range has no end, so that invoices without a control total are found, too.
            verifyInvoices(new Range(after, isLast ? null : numbers.get(numbers.size() - 1)));
            after = numbers.isEmpty() ? after : numbers.get(numbers.size() - 1);
        } while (numbers.size() == PAGE_INVOICES);
    }

    private void verifyInvoices(Range range) {
        UnitComparison units = new UnitComparison(jdbc, result);
        units.addTotals(
                row -> "invoice " + row.getString("subject"),
                "stage = 'invoiced' AND workspace_id = ''" + range.condition("subject"),
                range.arguments());
        for (Table table : List.of(
                InvoiceTable.TABLE, InvoiceLineTable.TABLE, InvoiceHeaderTable.TABLE, InvoiceLineDetailTable.TABLE)) {
            units.addRows(
                    table, BilledVerification::invoice, "1 = 1" + range.condition("invoice_number"), range.arguments());
        }
        // The columns came together with the table of headers.
        if (TableNames.has(jdbc, InvoiceHeaderTable.TABLE.name())) {
            addReferences(units, range);
        }
        if (TableNames.has(jdbc, CreditNoteTable.TABLE.name())) {
            new CorrectionVerification(jdbc, units, range.condition("c.invoice_number"), range.arguments()).addRows();
        }
        units.compare();
    }

    /** Compares the voided invoices with the control totals of their voiding, and finds credits of no credit note. */
    void verifyCorrections() {
        if (!TableNames.has(jdbc, CreditNoteTable.TABLE.name())) {
            return;
        }
        Long entries = jdbc.queryForObject("""
                SELECT COUNT(*) FROM posting p WHERE p.kind = 'credit'
                  AND NOT EXISTS (SELECT 1 FROM credit_note c WHERE c.credit_number = p.rating)""", Long.class);
        result.compare(
                ControlLevel.ROW_DIGESTS, "posting, credits of no credit note", 0, entries == null ? 0 : entries);
        UnitComparison units = new UnitComparison(jdbc, result);
        units.addTotals(row -> "voided invoice " + row.getString("subject"), "stage = 'voided'");
        units.addRows(VoidedInvoiceTable.TABLE, row -> "voided invoice " + row.getString("invoice_number"), "1 = 1");
        units.compare();
    }

    private void addReferences(UnitComparison units, Range range) {
        UnitComparison.query(
                jdbc,
                InvoiceTable.TABLE,
                "1 = 1" + range.condition("invoice_number"),
                row -> {
                    Optional<TableRow> reference = DocumentReference.of(row);
                    if (reference.isPresent()) {
                        units.addRow(invoice(row), reference.get());
                    }
                },
                range.arguments());
    }

    private static String invoice(ResultSet row) throws SQLException {
        return "invoice " + row.getString("invoice_number");
    }
}
