package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.readers.tables.paging.TableNames;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the invoices that a receiver may have already, with any of the sets of the month. A shipment counts that arrived, that
 * is under way, or of which an attempt ended in a way that leaves open what the receiver has. One that is only planned does not
 * count, nor one that was refused or never reached the receiver, since a set is whole with its last file only.
 */
public final class ShippedDocuments {

    private static final String SHIPPED = """
            SELECT t.target, t.period, t.revision, t.status, t.state FROM (
              SELECT s.shipment_id, s.target, s.period, s.revision, s.status,
                CASE
                  WHEN s.status = 'shipped' OR EXISTS (SELECT 1 FROM attempt a
                    WHERE a.shipment_id = s.shipment_id AND a.result = 'shipped') THEN 1
                  WHEN s.status = 'sending' THEN 2
                  WHEN s.attempts > (SELECT COUNT(*) FROM attempt a WHERE a.shipment_id = s.shipment_id)
                    OR EXISTS (SELECT 1 FROM attempt a
                      WHERE a.shipment_id = s.shipment_id AND a.result IN ('unknown', 'delayed')) THEN 3
                  ELSE 4
                END AS state
              FROM shipment s WHERE (s.period = ? OR s.period LIKE ?) AND s.account_id IN ('', ?)) t
            WHERE t.state < 4 ORDER BY t.state, t.shipment_id FETCH FIRST 1 ROWS ONLY""";

    private static final int ARRIVED = 1;
    private static final int UNDER_WAY = 2;

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
                        (row, n) -> "revision " + row.getInt("revision") + " of " + row.getString("period") + " "
                                + state(row.getInt("state"), row.getString("status"), row.getString("target")),
                        month,
                        month + "/%",
                        invoice.account().value())
                .stream()
                .findFirst();
    }

    private static String state(int state, String status, String target) {
        return switch (state) {
            case ARRIVED -> "was shipped to " + target;
            case UNDER_WAY -> "is being sent to " + target + ", which may have it";
            default ->
                "is " + status + " for " + target + ", which may have it: an attempt ended without a certain answer";
        };
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
