package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds what belongs to documents of a range beside their own rows: requests and entries of credit notes, and the rows of
 * invoices that were voided, which are those that were digested when they were issued.
 */
final class CorrectionVerification {

    private static final String CREDIT_NOTES = "SELECT c.* FROM credit_note c WHERE 1 = 1";
    private static final String VOIDED = "SELECT c.* FROM voided_invoice c WHERE 1 = 1";

    private static final String ENTRIES = """
            SELECT p.*, c.invoice_number FROM posting p JOIN credit_note c ON c.credit_number = p.rating
            WHERE p.kind = 'credit'""";

    private final JdbcTemplate jdbc;
    private final UnitComparison units;
    private final String condition;
    private final Object[] arguments;

    /**
     * Adds rows to units.
     *
     * @param condition limits the column {@code c.invoice_number}; begins with {@code AND}, or is empty
     */
    CorrectionVerification(JdbcTemplate jdbc, UnitComparison units, String condition, Object... arguments) {
        this.jdbc = jdbc;
        this.units = units;
        this.condition = condition;
        this.arguments = arguments;
    }

    void addRows() {
        jdbc.query(
                CREDIT_NOTES + condition,
                (ResultSet row) -> {
                    units.addRow(unit(row), CreditNoteTable.TABLE, row);
                },
                arguments);
        jdbc.query(
                VOIDED + condition,
                (ResultSet row) -> {
                    units.addRow(unit(row), InvoiceTable.TABLE, row);
                },
                arguments);
        jdbc.query(
                ENTRIES + condition,
                (ResultSet row) -> {
                    units.addRow(unit(row), PostingTable.TABLE, row);
                },
                arguments);
    }

    private static String unit(ResultSet row) throws SQLException {
        return "invoice " + row.getString("invoice_number");
    }
}
