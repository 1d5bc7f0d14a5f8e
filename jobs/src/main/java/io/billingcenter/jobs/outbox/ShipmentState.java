package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.jobs.outbox.ShipTargets.Target;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The state of the shipments to the targets of the settings, as lines for people. */
@Lazy
@Component
public class ShipmentState {

    private static final int MOST_LINES = 20;

    private final JdbcTemplate jdbc;
    private final ShipTargets targets;
    private final ShippingFactory factory;

    ShipmentState(JdbcTemplate jdbc, ShipTargets targets, ShippingFactory factory) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.factory = factory;
    }

    /**
     * Lines about open shipments.
     *
     * @param urgent whether a person has to look at them; false where the settings hold them back
     */
    public record Open(boolean urgent, List<String> lines) {}

    /** Returns the open shipments of the configured targets, with their reasons. */
    public Open open() {
        if (targets.all().isEmpty()) {
            return new Open(false, List.of());
        }
        List<Shipment> open = new ShipmentReader(jdbc)
                .open().stream()
                        .filter(shipment -> targets.find(shipment.target()).isPresent())
                        .toList();
        Optional<String> objection = factory.permission().objection();
        if (objection.isPresent()) {
            return new Open(
                    false,
                    List.of(open.size() + " sets wait, and nothing is sent: " + objection.get()
                            + ". To send from here, set billing.delivery.armed-for to that id"));
        }
        List<String> lines = new ArrayList<>();
        for (Target target : targets.all()) {
            List<Shipment> ofTarget = open.stream()
                    .filter(shipment -> shipment.target().equals(target.name()))
                    .toList();
            ofTarget.stream().limit(MOST_LINES).forEach(shipment -> lines.add(line(target, shipment)));
            if (ofTarget.size() > MOST_LINES) {
                lines.add((ofTarget.size() - MOST_LINES) + " more to " + target.name() + ", see: billing receipts");
            }
        }
        return new Open(!lines.isEmpty(), lines);
    }

    private String line(Target target, Shipment shipment) {
        String reason = shipment.error() != null
                ? shipment.error()
                : factory.shipping().objection(target).orElse("not tried yet");
        return shipment.name() + " is " + shipment.status().code() + " after " + shipment.attempts()
                + (shipment.attempts() == 1 ? " attempt: " : " attempts: ") + reason;
    }
}
