package io.billingcenter.writers.files.outbox;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.outbox.ShipmentHistory.Tried;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.writers.files.CsvOutput;
import io.billingcenter.writers.files.explain.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists shipments with their attempts and receipts. */
public final class ReceiptList {

    private static final List<String> COLUMNS = List.of(
            "period",
            "revision",
            "supersedes",
            "target",
            "account",
            "status",
            "attempts",
            "shipped_at",
            "files",
            "bytes",
            "content_digest",
            "receipt",
            "error");

    private final Predicate<String> isConfigured;

    /**
     * Creates the list.
     *
     * @param isConfigured tells whether the settings have a target of that name
     */
    public ReceiptList(Predicate<String> isConfigured) {
        this.isConfigured = isConfigured;
    }

    /** Returns whether a shipment is still to arrive; not while its target is not configured. */
    public boolean isOpen(ShipmentHistory history) {
        Shipment shipment = history.shipment();
        return shipment.status() != ShipmentStatus.SHIPPED && isConfigured.test(shipment.target());
    }

    private String status(ShipmentHistory history) {
        ShipmentStatus status = history.shipment().status();
        return status == ShipmentStatus.SHIPPED || isOpen(history) ? status.code() : "not configured";
    }

    /** Prints a line for each shipment, and one for each attempt of those that took several or are open. */
    public void print(List<ShipmentHistory> shipments, PrintWriter out) {
        if (shipments.isEmpty()) {
            out.print("Nothing was planned for any target.\n");
            return;
        }
        for (ShipmentHistory history : shipments) {
            Shipment shipment = history.shipment();
            out.print(String.format(
                    Locale.ROOT,
                    "%-9s %-40s %5d files %,15d bytes  %s\n",
                    status(history),
                    shipment.name(),
                    history.files(),
                    history.bytes(),
                    history.shippedAt() == null ? "" : history.shippedAt()));
            if (history.receipt() != null) {
                out.print("          receipt " + history.receipt() + "\n");
            }
            if (shipment.status() != ShipmentStatus.SHIPPED
                    || history.attempts().size() > 1) {
                history.attempts().forEach(attempt -> out.print("          " + line(attempt) + "\n"));
            }
        }
        long open = shipments.stream().filter(this::isOpen).count();
        long shipped = shipments.stream()
                .filter(history -> history.shipment().status() == ShipmentStatus.SHIPPED)
                .count();
        long others = shipments.size() - open - shipped;
        out.print(shipped + " shipped, " + open + " open"
                + (others == 0 ? "" : ", " + others + " for targets that are not configured") + "\n");
    }

    private static String line(Tried attempt) {
        return "attempt " + attempt.number() + ", " + attempt.ended() + ", " + attempt.result() + ": "
                + attempt.detail();
    }

    /** Returns the same list for programs. */
    public Node tree(List<ShipmentHistory> shipments) {
        Node node = new Node("receipts", "");
        for (ShipmentHistory history : shipments) {
            Node part = new Node("shipment", Long.toString(history.shipment().id()));
            List<String> cells = cells(history);
            for (int i = 0; i < cells.size(); i++) {
                part.with(COLUMNS.get(i), cells.get(i));
            }
            history.attempts()
                    .forEach(attempt -> part.add(new Node("attempt", Integer.toString(attempt.number()))
                            .with("begun", attempt.begun())
                            .with("ended", attempt.ended())
                            .with("result", attempt.result())
                            .with("detail", attempt.detail())
                            .with("receipt_sha256", attempt.receiptSha256())));
            node.add(part);
        }
        return node;
    }

    /**
     * Writes the list as CSV.
     *
     * @throws IOException if it cannot be written
     */
    public void writeCsv(List<ShipmentHistory> shipments, Writer writer) throws IOException {
        CsvOutput csv = new CsvOutput(writer);
        csv.row(COLUMNS);
        for (ShipmentHistory history : shipments) {
            csv.row(cells(history));
        }
        csv.flush();
    }

    private List<String> cells(ShipmentHistory history) {
        Shipment shipment = history.shipment();
        return List.of(
                shipment.period(),
                Integer.toString(shipment.revision()),
                text(shipment.supersedes()),
                shipment.target(),
                shipment.account(),
                status(history),
                Integer.toString(shipment.attempts()),
                text(history.shippedAt()),
                Long.toString(history.files()),
                Long.toString(history.bytes()),
                shipment.contentDigest(),
                text(history.receipt()),
                text(shipment.error()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
