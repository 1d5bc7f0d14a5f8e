package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The shipments of a run, and those that are open. */
@Component
@Order(SummaryOrder.SHIPMENTS)
class ShipSummary implements SummarySection {

    private final JdbcTemplate jdbc;
    private final ShipTargets targets;
    private final ObjectProvider<ShipmentState> state;

    ShipSummary(JdbcTemplate jdbc, ShipTargets targets, ObjectProvider<ShipmentState> state) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.state = state;
    }

    @Override
    public void write(Summary summary) {
        if (targets.all().isEmpty() || !summary.request().job().ships()) {
            return;
        }
        for (Shipment shipment : new ShipmentReader(jdbc).triedBy(summary.runId())) {
            if (shipment.status() == ShipmentStatus.SHIPPED) {
                summary.row("shipped", shipment.name());
            }
        }
        ShipmentState.Open open = state.getObject().open();
        open.lines().forEach(line -> summary.row(open.urgent() ? "look at" : "listed", line));
        if (open.urgent()) {
            summary.requireAttention();
        }
    }
}
