package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.jobs.outbox.ShipTargets.Target;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.mail.MailNotice.Receivers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends the shipments that are due, target by target. A target that cannot be reached, or that accepts neither host key nor password,
 * delays its own shipments only.
 */
final class Shipping {

    private final JdbcTemplate jdbc;
    private final ShipTargets targets;
    private final ShipPermission permission;
    private final Clock clock;
    private final AttemptRunner attempts;
    private final Receivers receivers;

    /**
     * Creates the work of a run.
     *
     * @param permission decides whether anything is sent at all
     * @param receivers finds the receivers of mail to accounts
     */
    Shipping(
            JdbcTemplate jdbc,
            ShipTargets targets,
            ShipPermission permission,
            Clock clock,
            AttemptRunner attempts,
            Receivers receivers) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.permission = permission;
        this.clock = clock;
        this.attempts = attempts;
        this.receivers = receivers;
    }

    /** A shipment, and what became of it. */
    record Sent(Shipment shipment, Outcome outcome) {}

    /**
     * Sends what is due.
     *
     * @param runId number of the run; null for a command that runs no job
     * @param selected the shipments that are sent now
     * @return the shipments that were tried, in their order
     */
    List<Sent> ship(@Nullable Long runId, Predicate<Shipment> selected) {
        List<Sent> sent = new ArrayList<>();
        if (targets.all().isEmpty() || permission.objection().isPresent()) {
            return sent;
        }
        ShipmentReader reader = new ShipmentReader(jdbc);
        List<Shipment> due = reader.due().stream().filter(selected).toList();
        for (Target target : targets.all()) {
            List<Shipment> ofTarget = due.stream()
                    .filter(shipment -> shipment.target().equals(target.name()))
                    .filter(shipment -> !isPostponed(shipment))
                    .toList();
            if (!ofTarget.isEmpty() && objection(target).isEmpty()) {
                sent.addAll(ship(target, ofTarget, runId));
            }
        }
        return sent;
    }

    /** Returns the reason why nothing is sent to a target now, although it is configured. */
    Optional<String> objection(Target target) {
        ShipmentReader reader = new ShipmentReader(jdbc);
        if (target.settings().isForEachAccount() && !reader.isConfirmed(target.name())) {
            return Optional.of("mail to accounts was never confirmed; look at the receivers with 'ship --target "
                    + target.name() + " --dry-run', then confirm with 'ship --target " + target.name() + " --yes'");
        }
        boolean ended = reader.open().stream()
                .anyMatch(shipment ->
                        shipment.target().equals(target.name()) && shipment.status() == ShipmentStatus.GIVEN_UP);
        return ended
                ? Optional.of(
                        "the receiver wants nothing any more; remove the target, or begin again with 'ship --target "
                                + target.name() + " --again'")
                : Optional.empty();
    }

    private boolean isPostponed(Shipment shipment) {
        return shipment.nextAttempt() != null && shipment.nextAttempt().isAfter(clock.instant());
    }

    private List<Sent> ship(Target target, List<Shipment> due, @Nullable Long runId) {
        List<Sent> sent = new ArrayList<>();
        try (Channel channel = targets.channel(target, receivers)) {
            for (Shipment shipment : due) {
                AttemptRunner.Ended ended = attempts.send(channel, shipment, targets.retry(), runId);
                sent.add(new Sent(shipment, ended.outcome()));
                if (ended.concernsTarget()) {
                    break;
                }
            }
        }
        return sent;
    }
}
