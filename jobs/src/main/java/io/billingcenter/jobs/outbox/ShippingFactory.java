package io.billingcenter.jobs.outbox;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.tables.outbox.AccountAddresses;
import io.billingcenter.writers.channels.mail.MailNotice.Receivers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Creates the work of sending, with the clock, the pauses and the folders of the program. */
@Lazy
@Component
class ShippingFactory {

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final ShipTargets targets;
    private final Folders folders;
    private final BillingSettings settings;
    private final Clock clock;

    ShippingFactory(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ShipTargets targets,
            Folders folders,
            BillingSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.targets = targets;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the work of sending. */
    Shipping shipping() {
        AttemptRunner attempts = new AttemptRunner(
                jdbc,
                transactions,
                folders.out(),
                clock,
                new RandomJitter(),
                duration -> Thread.sleep(duration.toMillis()));
        return new Shipping(jdbc, targets, permission(), clock, attempts, receivers());
    }

    /** Returns the permission of this installation to send. */
    ShipPermission permission() {
        return new ShipPermission(jdbc, folders.out(), targets.armedFor());
    }

    /** Returns the receivers of mail to accounts: those of their invoice profiles today. */
    Receivers receivers() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return shipment ->
                shipment.account().isEmpty() ? List.of() : new AccountAddresses(jdbc).of(shipment.account(), today);
    }
}
