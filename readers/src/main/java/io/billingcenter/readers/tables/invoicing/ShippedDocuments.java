package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.readers.tables.paging.TableNames;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the invoices that a receiver may have already. A shipment counts from its first attempt, whatever became of it, and
 * with any of the sets of the month.
 */
public final class ShippedDocuments {

    private static final String SHIPPED = """
            SELECT s.target, s.period, s.revision FROM shipment s
            WHERE (s.period = ? OR s.period LIKE ?) AND s.account_id IN ('', ?)
              AND (s.attempts > 0 OR s.status <> 'PENDING')
            ORDER BY s.shipment_id FETCH FIRST 1 ROWS ONLY""";

    private static final String REQUESTED =
            "SELECT f.request_id FROM fapiao_request f WHERE f.invoice_number = ? ORDER BY f.request_id";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public ShippedDocuments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how an invoice has left, as a clause for people; empty if nobody outside has it. */
    public Optional<String> traceOf(IssuedInvoice invoice) {
        return Stream.of(shipped(invoice), requested(invoice))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> shipped(IssuedInvoice invoice) {
        if (!TableNames.has(jdbc, "shipment")) {
            return Optional.empty();
        }
        String month = invoice.month().toString();
        return jdbc
                .query(
                        SHIPPED,
                        (row, n) -> "revision " + row.getInt("revision") + " of " + row.getString("period")
                                + " was shipped to " + row.getString("target"),
                        month,
                        month + "/%",
                        invoice.account().value())
                .stream()
                .findFirst();
    }

    private Optional<String> requested(IssuedInvoice invoice) {
        if (!TableNames.has(jdbc, "fapiao_request")) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        REQUESTED,
                        (row, n) -> "its fapiao was requested as " + row.getString("request_id"),
                        invoice.number())
                .stream()
                .findFirst();
    }
}
