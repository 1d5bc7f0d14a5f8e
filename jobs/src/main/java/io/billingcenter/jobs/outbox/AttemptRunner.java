package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.outbox.Attempt;
import io.billingcenter.domain.outbox.Jitter;
import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.RetryRule;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.readers.tables.outbox.ShipmentReader.Published;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.RefusedParcelException;
import io.billingcenter.writers.channels.TargetEndedException;
import io.billingcenter.writers.files.outbox.ParcelFolder;
import io.billingcenter.writers.files.outbox.ReceiptFile;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import io.billingcenter.writers.tables.outbox.ShipmentWriter.Receipt;
import io.billingcenter.writers.tables.outbox.ShipmentWriter.Result;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the attempts to send a shipment. Each is claimed in a transaction before the receiver is called, and its result is stored in
 * another one afterwards, so that no transaction is open while the network is waited for.
 */
final class AttemptRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptRunner.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final Path out;
    private final Clock clock;
    private final Jitter jitter;
    private final Pause pause;

    /**
     * The end of the attempts of a run.
     *
     * @param concernsTarget whether the reason of a failure holds for other shipments to the same target
     */
    record Ended(Outcome outcome, boolean concernsTarget) {}

    AttemptRunner(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Path out,
            Clock clock,
            Jitter jitter,
            Pause pause) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.out = out;
        this.clock = clock;
        this.jitter = jitter;
        this.pause = pause;
    }

    /** Sends a shipment that is due, with as many attempts as the rule allows within a run. */
    Ended send(Channel channel, Shipment shipment, RetryRule rule, @Nullable Long runId) {
        if (shipment.status() == ShipmentStatus.SENDING) {
            recordLost(shipment, runId);
        }
        for (int attempt = 1; ; attempt++) {
            Instant begun = clock.instant();
            int number = Objects.requireNonNull(
                    apart.execute(status -> new ShipmentWriter(jdbc).claim(shipment.id(), begun)), "number");
            Ended ended = attempt(channel, shipment);
            Optional<Duration> wait = ended.outcome() instanceof Outcome.Delayed delayed
                    ? rule.pause(attempt, delayed, jitter)
                    : Optional.empty();
            record(shipment, new Attempt(number, begun, clock.instant(), ended.outcome()), wait.isPresent(), runId);
            if (wait.isEmpty() || !waited(wait.get())) {
                return ended;
            }
        }
    }

    private boolean waited(Duration duration) {
        try {
            pause.of(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Notes an attempt of which only the claim was stored. */
    private void recordLost(Shipment shipment, @Nullable Long runId) {
        ShipmentReader reader = new ShipmentReader(jdbc);
        Instant claimed = reader.claimedAt(shipment.id()).orElse(null);
        Attempt lost = new Attempt(shipment.attempts(), claimed, clock.instant(), new Outcome.Unknown());
        apart.executeWithoutResult(status -> new ShipmentWriter(jdbc)
                .record(shipment, new Result(lost, runId, null, null), ShipmentPlans.firstDay(shipment.period())));
    }

    private Ended attempt(Channel channel, Shipment shipment) {
        try {
            ShipmentReader reader = new ShipmentReader(jdbc);
            List<ShippedFile> files = reader.filesOf(shipment.id());
            int all = reader.filesOf(new Published(shipment.period(), shipment.revision()))
                    .size();
            boolean whole = shipment.account().isEmpty() && (files.isEmpty() || files.size() == all);
            return new Ended(channel.ship(new ParcelFolder(out).parcel(shipment, files, whole)), false);
        } catch (OtherContentException | RefusedParcelException e) {
            return new Ended(new Outcome.Refused(text(e)), false);
        } catch (TargetEndedException e) {
            return new Ended(new Outcome.Ended(text(e)), true);
        } catch (RemoteException e) {
            Outcome outcome = e.isTemporary()
                    ? new Outcome.Delayed(text(e), e.after(), isReached(e))
                    : new Outcome.Refused(text(e));
            return new Ended(outcome, true);
        } catch (IOException e) {
            return new Ended(new Outcome.Delayed(text(e), Optional.empty(), isReached(e)), true);
        } catch (RuntimeException e) {
            LOG.error("Expected to send {}, found an error of the program", shipment.name(), e);
            return new Ended(new Outcome.Refused(text(e)), true);
        }
    }

    /** Returns whether the receiver may have something; not if no connection came about, or its folder is not there. */
    private static boolean isReached(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof NotDirectoryException) {
                return false;
            }
        }
        return true;
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void record(Shipment shipment, Attempt attempt, boolean again, @Nullable Long runId) {
        Outcome outcome = attempt.outcome();
        Instant next = !again && outcome instanceof Outcome.Delayed delayed
                ? delayed.after().map(attempt.ended()::plus).orElse(null)
                : null;
        if (outcome instanceof Outcome.Shipped) {
            LOG.info("Shipped {}", shipment.name());
        } else {
            LOG.warn("Attempt {} to ship {} ended: {}", attempt.number(), shipment.name(), outcome.detail());
        }
        apart.executeWithoutResult(status -> new ShipmentWriter(jdbc)
                .record(
                        shipment,
                        new Result(attempt, runId, receipt(shipment, attempt), next),
                        ShipmentPlans.firstDay(shipment.period())));
    }

    /** Writes the receipt before the transaction commits: one without its row is replaced by the next attempt. */
    private @Nullable Receipt receipt(Shipment shipment, Attempt attempt) {
        if (!(attempt.outcome() instanceof Outcome.Shipped shipped)) {
            return null;
        }
        ReceiptFile file = ReceiptFile.of(shipment, attempt, shipped, new ShipmentReader(jdbc).filesOf(shipment.id()));
        file.write(out);
        return new Receipt(file.path(), file.sha256());
    }
}
