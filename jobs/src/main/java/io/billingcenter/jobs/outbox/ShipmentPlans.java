package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.jobs.outbox.ShipTargets.Target;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.readers.tables.outbox.ShipmentReader.Published;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import io.billingcenter.writers.tables.reconciliation.UnsealedRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Plans the shipments of published revisions. A target gets the revisions of the run that first sees it and of all later runs;
 * earlier ones are planned only if a person asks for them. Each method belongs in a transaction of the caller.
 */
@Component
public class ShipmentPlans {

    private final JdbcTemplate jdbc;
    private final ShipTargets targets;

    ShipmentPlans(JdbcTemplate jdbc, ShipTargets targets) {
        this.jdbc = jdbc;
        this.targets = targets;
    }

    /** A shipment that is to be planned. */
    record Planned(Shipment shipment, List<ShippedFile> files) {}

    /** Plans the revisions that were published up to a run, which then seals the plan. */
    public void planOf(long run) {
        targets.all().forEach(target -> plan(target, run, run));
    }

    /** Plans what was published up to the last seal; the next run seals the plan. */
    void planOfSealedRuns() {
        long next = UnsealedRun.number(jdbc);
        targets.all().forEach(target -> plan(target, next - 1, next));
    }

    private void plan(Target target, long upTo, long sealing) {
        ShipmentReader reader = new ShipmentReader(jdbc);
        long after = reader.plannedRun(target.name()).orElse(sealing - 1);
        reader.publishedAfter(after).forEach(published -> store(missing(target, published), sealing));
        new ShipmentWriter(jdbc).planned(target.name(), Math.max(after, upTo));
    }

    /** Plans the last revision of a period, although it may be older than the target. */
    void planLast(Target target, String period) {
        store(lastOf(target, period), UnsealedRun.number(jdbc));
    }

    /**
     * Returns the shipments that planning the last revision of a period would add.
     *
     * @throws IllegalArgumentException if nothing is published for the period
     */
    List<Planned> lastOf(Target target, String period) {
        Published published = new ShipmentReader(jdbc)
                .lastOf(period)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a period with delivered files, like 2026-10-15, 2026-10 or 2026-10/documents, found '"
                                + period + "'; correct it"));
        return missing(target, published);
    }

    private List<Planned> missing(Target target, Published published) {
        ShipmentReader reader = new ShipmentReader(jdbc);
        Set<String> there = reader.shipments(published, target.name()).stream()
                .map(Shipment::account)
                .collect(Collectors.toSet());
        Map<String, List<ShippedFile>> routed =
                target.settings().route().shipments(published.period(), reader.filesOf(published));
        List<Planned> planned = new ArrayList<>();
        routed.forEach((account, files) -> {
            if (!there.contains(account)) {
                Shipment shipment = new Shipment(
                        0,
                        published.period(),
                        published.revision(),
                        target.name(),
                        account,
                        contentDigest(files),
                        reader.before(published, target.name(), account),
                        ShipmentStatus.PENDING,
                        0,
                        null,
                        null);
                planned.add(new Planned(shipment, files));
            }
        });
        return planned;
    }

    private void store(List<Planned> planned, long sealing) {
        ShipmentWriter writer = new ShipmentWriter(jdbc);
        long id = planned.isEmpty() ? 0 : writer.nextId();
        for (Planned one : planned) {
            writer.plan(
                    one.shipment().numbered(id++),
                    one.files(),
                    firstDay(one.shipment().period()),
                    sealing);
        }
    }

    private static String contentDigest(List<ShippedFile> files) {
        return Digests.sha256(files.stream()
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining()));
    }

    /** Returns the first day of a published period. */
    static LocalDate firstDay(String period) {
        return DeliverySet.isWrittenAs(period)
                ? DeliverySet.parse(period).month().firstDay().date()
                : DeliveryPeriod.parse(period).firstDay().date();
    }
}
