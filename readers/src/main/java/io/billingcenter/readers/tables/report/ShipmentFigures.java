package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shipments of a run. */
final class ShipmentFigures {

    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    ShipmentFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** Returns the shipments that the run has tried, and those that are open. */
    List<RunReport.Shipped> shipments() {
        ShipmentReader reader = new ShipmentReader(jdbc);
        return Stream.concat(reader.triedBy(scope.runId()).stream(), reader.open().stream())
                .distinct()
                .limit(MOST)
                .map(ShipmentFigures::shipped)
                .toList();
    }

    private static RunReport.Shipped shipped(Shipment shipment) {
        return new RunReport.Shipped(
                shipment.period(),
                shipment.revision(),
                shipment.target(),
                shipment.account(),
                shipment.status().code(),
                shipment.attempts(),
                shipment.error() == null ? "" : shipment.error());
    }
}
