package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.installation.OutputFolder;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.outbox.ShipTargets.Target;
import io.billingcenter.jobs.outbox.ShipmentPlans.Planned;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests of people to send delivered files, or to see what would be sent. The caller of {@link #ship} holds the lock of the run. */
@Lazy
@Component
public class ShipRequests {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ShipTargets targets;
    private final ShipmentPlans plans;
    private final ShippingFactory factory;
    private final ShipmentState state;
    private final OutputFolder folder;
    private final ConsentBook consents;

    ShipRequests(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ShipTargets targets,
            ShipmentPlans plans,
            ShippingFactory factory,
            ShipmentState state,
            OutputFolder folder,
            ConsentBook consents) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.targets = targets;
        this.plans = plans;
        this.factory = factory;
        this.state = state;
        this.folder = folder;
        this.consents = consents;
    }

    /** The shipments that are meant: those of a period, of a target, or all. */
    public record Choice(@Nullable String period, @Nullable String target) {

        boolean has(Shipment shipment) {
            return (period == null || period.equals(shipment.period()))
                    && (target == null || target.equals(shipment.target()));
        }
    }

    /** Prints what would be sent, to whom, and why nothing is, and changes nothing. */
    public void show(Choice choice, PrintWriter out) {
        requireKnown(choice);
        if (hasNoTarget(out)) {
            return;
        }
        List<Planned> planned = new ArrayList<>();
        ShipmentReader reader = new ShipmentReader(jdbc);
        List<Shipment> due = reader.due().stream().filter(choice::has).toList();
        due.stream()
                .filter(shipment -> targets.isConfigured(shipment.target()))
                .forEach(shipment -> planned.add(new Planned(shipment, reader.filesOf(shipment.id()))));
        if (choice.period() != null && choice.target() != null) {
            planned.addAll(plans.lastOf(targets.named(choice.target()), choice.period()));
        }
        planned.forEach(one -> print(one, out));
        if (planned.isEmpty()) {
            out.println("Nothing is to be sent.");
        }
        due.stream()
                .filter(shipment -> !targets.isConfigured(shipment.target()))
                .forEach(shipment -> out.println("not configured: " + shipment.name()
                        + "; it is sent once billing.delivery.targets has " + shipment.target() + " again"));
        factory.permission()
                .objection()
                .ifPresent(objection -> out.println("Nothing leaves from here: " + objection + "."));
        printObjections(choice, out);
        out.println("Nothing was sent.");
        out.flush();
    }

    /**
     * Sends what is meant and due.
     *
     * @param again whether what was refused, given up or, of a period, shipped is sent again
     * @param confirmed whether the person confirms that the target sends mail to accounts
     * @return whether nothing is left open that the settings let through
     */
    public boolean ship(Choice choice, boolean again, boolean confirmed, PrintWriter out) {
        requireKnown(choice);
        if (hasNoTarget(out)) {
            return true;
        }
        targets.check();
        folder.claim(JobName.DELIVER_FILES, null);
        transaction.executeWithoutResult(status -> prepare(choice, again, confirmed));
        List<Shipping.Sent> sent = factory.shipping().ship(null, choice::has);
        sent.stream()
                .filter(one -> one.outcome() instanceof Outcome.Shipped)
                .forEach(one -> out.println("shipped " + one.shipment().name() + ": "
                        + one.outcome().detail()));
        printUnconfirmed(choice, out);
        ShipmentState.Open open = state.open();
        open.lines().forEach(out::println);
        if (sent.isEmpty() && open.lines().isEmpty()) {
            out.println("Nothing is to be sent.");
        }
        out.flush();
        return !open.urgent();
    }

    private void requireKnown(Choice choice) {
        if (choice.target() != null) {
            targets.named(choice.target());
        }
    }

    private boolean hasNoTarget(PrintWriter out) {
        if (targets.all().isEmpty()) {
            out.println("No target is configured (billing.delivery.targets), so nothing is sent.");
            out.flush();
            return true;
        }
        return false;
    }

    private void prepare(Choice choice, boolean again, boolean confirmed) {
        ShipmentWriter writer = new ShipmentWriter(jdbc);
        plans.planOfSealedRuns();
        if (choice.target() != null && confirmed && !new ShipmentReader(jdbc).isConfirmed(choice.target())) {
            requireMailToAccounts(targets.named(choice.target()));
            consents.consent(ConsentKind.SHIP_MAIL, choice.target(), "ship --yes");
        }
        if (choice.target() != null && choice.period() != null) {
            plans.planLast(targets.named(choice.target()), choice.period());
        }
        if (again) {
            new ShipmentReader(jdbc)
                    .history(choice.period()).stream()
                            .map(history -> history.shipment())
                            .filter(choice::has)
                            .filter(shipment -> targets.isConfigured(shipment.target()))
                            .filter(shipment -> shipment.status() == ShipmentStatus.REFUSED
                                    || shipment.status() == ShipmentStatus.GIVEN_UP
                                    || choice.period() != null)
                            .forEach(shipment -> writer.reopen(shipment.id()));
        }
    }

    private static void requireMailToAccounts(Target target) {
        if (!target.settings().isForEachAccount()) {
            throw new IllegalArgumentException("Expected --yes with a target that sends mail to accounts, found "
                    + target.name() + ", which needs no confirmation; leave it out");
        }
    }

    /** The first use of a target that sends mail to accounts shows whom it would reach. */
    private void printUnconfirmed(Choice choice, PrintWriter out) {
        ShipmentReader reader = new ShipmentReader(jdbc);
        for (Target target : targets.all()) {
            if (target.settings().isForEachAccount() && !reader.isConfirmed(target.name())) {
                reader.due().stream()
                        .filter(choice::has)
                        .filter(shipment -> shipment.target().equals(target.name()))
                        .forEach(shipment -> print(new Planned(shipment, reader.filesOf(shipment.id())), out));
            }
        }
    }

    private void printObjections(Choice choice, PrintWriter out) {
        for (Target target : targets.all()) {
            if (choice.target() == null || choice.target().equals(target.name())) {
                Optional<String> objection = factory.shipping().objection(target);
                objection.ifPresent(text -> out.println("Nothing goes to " + target.name() + ": " + text + "."));
            }
        }
    }

    private void print(Planned planned, PrintWriter out) {
        Shipment shipment = planned.shipment();
        String receivers = shipment.account().isEmpty()
                ? targets.find(shipment.target()).map(ShipRequests::receivers).orElse("")
                : String.join(", ", factory.receivers().of(shipment));
        out.println(
                "would send " + shipment.name() + " to " + (receivers.isEmpty() ? "nobody: no address" : receivers));
        for (ShippedFile file : planned.files()) {
            out.println("  " + file.path() + ", " + file.bytes() + " bytes");
        }
    }

    private static String receivers(Target target) {
        return target.settings().to().isEmpty()
                ? target.settings().kind().name().toLowerCase(Locale.ROOT)
                : String.join(", ", target.settings().to());
    }
}
