package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.explain.InvoiceExplanation.Correction;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what corrects a document, and what it corrects itself. */
final class InvoiceCorrections {

    private static final String CREDITS =
            "SELECT refers_to AS other, reason, given_by, given_on FROM credit_note WHERE invoice_number = ?";
    private static final String CREDITED_BY =
            "SELECT invoice_number AS other, reason, given_by, given_on FROM credit_note"
                    + " WHERE refers_to = ? ORDER BY credit_number";
    private static final String REPLACED_BY =
            "SELECT replaced_by AS other, reason, given_by, given_on FROM voided_invoice WHERE invoice_number = ?";
    private static final String REPLACES =
            "SELECT invoice_number AS other, reason, given_by, given_on FROM voided_invoice WHERE replaced_by = ?";

    private final JdbcTemplate jdbc;

    InvoiceCorrections(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Correction> of(String number) {
        List<Correction> found = new ArrayList<>();
        add(found, "credits", CREDITS, number);
        add(found, "credited by", CREDITED_BY, number);
        add(found, "replaced by", REPLACED_BY, number);
        add(found, "replaces", REPLACES, number);
        return found;
    }

    private void add(List<Correction> found, String relation, String sql, String number) {
        found.addAll(jdbc.query(sql, (row, n) -> correction(relation, row), number));
    }

    private static Correction correction(String relation, ResultSet row) throws SQLException {
        BillingDay on = CreditNoteTable.GIVEN_ON.get(row);
        return new Correction(
                relation,
                row.getString("other"),
                CreditNoteTable.REASON.get(row),
                CreditNoteTable.GIVEN_BY.get(row),
                on);
    }
}
