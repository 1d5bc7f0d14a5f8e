package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.schema.outbox.AttemptTable;
import io.billingcenter.schema.outbox.ShipmentTable;
import io.billingcenter.schema.outbox.ShippedFileTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares shipments and attempts with their control totals, and receipts on disk with their digests. */
final class ShipmentVerification {

    private static final String SHIPMENT = "shipment ";

    private final JdbcTemplate jdbc;
    private final Path out;
    private final ReconciliationResult result;

    ShipmentVerification(JdbcTemplate jdbc, Path out, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.out = out;
        this.result = result;
    }

    void verify() {
        UnitComparison units = new UnitComparison(jdbc, result);
        units.addTotals(row -> SHIPMENT + row.getString("subject"), "stage = 'shipment' AND workspace_id = ''");
        units.addTotals(
                row -> attempt(row.getLong("subject"), row.getInt("version")),
                "stage = 'attempt' AND workspace_id = ''");
        units.addRows(ShipmentTable.TABLE, row -> SHIPMENT + row.getLong("shipment_id"), "1 = 1");
        units.addRows(ShippedFileTable.TABLE, row -> SHIPMENT + row.getLong("shipment_id"), "1 = 1");
        units.addRows(
                AttemptTable.TABLE, row -> attempt(row.getLong("shipment_id"), row.getInt("attempt_number")), "1 = 1");
        units.compare();
        new ShipmentReader(jdbc).history(null).forEach(this::compareReceipt);
    }

    private static String attempt(long shipment, int number) {
        return SHIPMENT + shipment + " attempt " + number;
    }

    private void compareReceipt(ShipmentHistory history) {
        String path = history.receipt();
        if (path == null) {
            return;
        }
        String expected = "";
        for (ShipmentHistory.Tried attempt : history.attempts()) {
            expected = attempt.receiptSha256() == null ? expected : attempt.receiptSha256();
        }
        result.compare(ControlLevel.DELIVERED, path, expected, digest(out.resolve(path)));
    }

    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file) ? Digests.sha256(Files.readAllBytes(file)) : "no file";
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the receipt " + file + "; make it readable", e);
        }
    }
}
