package io.billingcenter.jobs.outbox;

import io.billingcenter.config.ShippingSettings;
import io.billingcenter.config.TargetSettings;
import io.billingcenter.domain.outbox.RetryRule;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.folder.FolderChannel;
import io.billingcenter.writers.channels.mail.MailNotice;
import io.billingcenter.writers.channels.mail.MailNotice.MailRules;
import io.billingcenter.writers.channels.mail.MailNotice.Receivers;
import io.billingcenter.writers.channels.mail.MailServer;
import io.billingcenter.writers.channels.object.ObjectChannel;
import io.billingcenter.writers.channels.object.ObjectChannel.ObjectRules;
import io.billingcenter.writers.channels.sftp.SftpChannel;
import io.billingcenter.writers.channels.sftp.SftpChannel.SftpRules;
import io.billingcenter.writers.channels.webhook.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The targets of the settings, and the channels to them. A channel and its library are loaded when a parcel is sent, never before. */
public final class ShipTargets {

    private final ShippingSettings settings;
    private final Path home;
    private final Clock clock;
    private final RemoteTimeouts timeouts;

    /** A target by its name. */
    public record Target(String name, TargetSettings settings) {}

    /**
     * Creates the targets.
     *
     * @param home folder against which relative paths are resolved
     */
    public ShipTargets(ShippingSettings settings, Path home, Clock clock) {
        this(settings, home, clock, RemoteTimeouts.USUAL);
    }

    ShipTargets(ShippingSettings settings, Path home, Clock clock, RemoteTimeouts timeouts) {
        this.settings = settings;
        this.home = home;
        this.clock = clock;
        this.timeouts = timeouts;
    }

    /** Returns all targets, in the order of their names. */
    List<Target> all() {
        return settings.targets().entrySet().stream()
                .map(entry -> new Target(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns the target of a name.
     *
     * @throws IllegalArgumentException if the settings have none
     */
    Target named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("Expected a target of billing.delivery.targets ("
                        + String.join(", ", settings.targets().keySet()) + "), found '" + name
                        + "'; correct the name"));
    }

    /** Returns the target of a name, if the settings have it. */
    Optional<Target> find(String name) {
        return all().stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /** Returns whether the settings have a target of that name. */
    public boolean isConfigured(String name) {
        return settings.targets().containsKey(name);
    }

    /** Returns the id of the installation that may send; empty for none. */
    String armedFor() {
        return settings.armedFor();
    }

    /** Returns the rule of repeated attempts. */
    RetryRule retry() {
        return settings.retry().rule();
    }

    /**
     * Checks the addresses of all targets, without a connection.
     *
     * @throws IllegalArgumentException if one is wrong
     */
    public void check() {
        for (Target target : all()) {
            try {
                channel(target, shipment -> List.of()).close();
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "billing.delivery.targets." + target.name() + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * Returns the channel to a target; nothing is opened before it sends. The caller closes it.
     *
     * @param receivers finds the receivers of mail to accounts
     */
    Channel channel(Target target, Receivers receivers) {
        TargetSettings chosen = target.settings();
        return switch (chosen.kind()) {
            case FOLDER -> new FolderChannel(home.resolve(chosen.address()).normalize());
            case SFTP -> sftp(chosen);
            case S3 -> object(chosen);
            case MAIL -> mail(chosen, receivers);
            case WEBHOOK -> webhook(chosen);
        };
    }

    private Channel sftp(TargetSettings chosen) {
        SftpServer server = SftpServer.at(
                chosen.address(),
                home.resolve(chosen.knownHosts()),
                chosen.key().isBlank() ? null : home.resolve(chosen.key()),
                secret(chosen.keyPasswordFile()),
                secret(chosen.passwordFile()));
        SftpRules rules = new SftpRules(chosen.verify() == TargetSettings.Verify.DIGEST, chosen.rename());
        return new SftpChannel(server, rules, timeouts);
    }

    private Channel object(TargetSettings chosen) {
        ObjectStore store = ObjectStore.at(
                chosen.address(),
                URI.create(chosen.endpoint()),
                chosen.region(),
                chosen.pathStyle(),
                chosen.checksums() == TargetSettings.Checksums.WHEN_REQUIRED,
                required("access-key-file", chosen.accessKeyFile()),
                required("secret-key-file", chosen.secretKeyFile()));
        return new ObjectChannel(store, ObjectRules.of(chosen.conditionalWrites()), timeouts, clock);
    }

    private Channel mail(TargetSettings chosen, Receivers receivers) {
        MailServer server = MailServer.at(chosen.address(), chosen.user(), secret(chosen.passwordFile()));
        MailRules rules = new MailRules(chosen.from(), chosen.attach(), chosen.link());
        return new MailNotice(server, rules, chosen.isForEachAccount() ? receivers : shipment -> chosen.to(), timeouts);
    }

    private Channel webhook(TargetSettings chosen) {
        return new Webhook(URI.create(chosen.address()), required("secret-file", chosen.secretFile()), timeouts, clock);
    }

    private @Nullable Secret secret(String setting) {
        return setting.isBlank() ? null : Secret.of(setting, home);
    }

    private Secret required(String name, String setting) {
        if (setting.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected " + name + " to name a file or env:NAME, found nothing; set it");
        }
        return Secret.of(setting, home);
    }
}
