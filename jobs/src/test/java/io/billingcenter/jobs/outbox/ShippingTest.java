package io.billingcenter.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.jobs.outbox.ShipTargets.Target;
import io.billingcenter.readers.tables.reconciliation.Verification;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.files.installation.InstallationMarker;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippingTest {

    @TempDir
    private Path folder;

    private ShippingWorld world;

    @BeforeEach
    void begin() throws Exception {
        world = new ShippingWorld(MigratedDatabase.create(), folder);
        Files.createDirectories(folder.resolve("share"));
    }

    @Test
    void nothingIsPlannedOrSentWithoutATarget() throws Exception {
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();

        assertThat(world.ship()).isEmpty();
        assertThat(world.history()).isEmpty();
    }

    @Test
    void aTargetBeginsWithTheRunThatFirstSeesIt() throws Exception {
        world.publish("2026-10-14", 1, files("usage.csv"));
        world.plan();
        world.nextRun();
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();
        world.nextRun();
        world.publish("2026-10-16", 1, files("usage.csv"));
        world.plan();
        world.plan();
        world.ship();

        assertThat(world.history())
                .extracting(history -> history.shipment().period())
                .containsExactly("2026-10-15", "2026-10-16");
        assertThat(folder.resolve("share/2026-10-14")).doesNotExist();
        assertThat(folder.resolve("share/2026-10-16/r1/.done")).exists();
    }

    @Test
    void anEarlierPeriodGoesOnRequestOnly() throws Exception {
        world.publish("2026-10-14", 1, files("usage.csv"));
        world.publish("2026-10-14", 2, files("usage.csv", "holds.csv"));
        world.plan();
        world.nextRun();
        world.target("share", "kind", "folder", "address", "share");
        world.plan();
        assertThat(world.ship()).isEmpty();

        Target target = world.targets().named("share");
        assertThat(world.plans().lastOf(target, "2026-10-14")).hasSize(1);
        world.plans().planLast(target, "2026-10-14");
        world.plans().planLast(target, "2026-10-14");
        world.ship();

        assertThat(world.history()).hasSize(1);
        assertThat(ShippingWorld.filesBelow(folder.resolve("share")))
                .containsOnlyKeys(
                        "2026-10-14/r2/usage.csv",
                        "2026-10-14/r2/holds.csv",
                        "2026-10-14/r2/manifest.json",
                        "2026-10-14/r2/.done");
        assertThatThrownBy(() -> world.plans().lastOf(target, "2026-10-13")).hasMessageContaining("'2026-10-13'");
        assertThatThrownBy(() -> world.targets().named("other")).hasMessageContaining("share");
    }

    @Test
    void aRevisionIsShippedOnceAndTheNextOneSaysWhatItSupersedes() throws Exception {
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();
        world.ship();
        world.nextRun();
        world.publish("2026-10-15", 2, files("usage.csv", "holds.csv"));
        world.plan();
        List<Shipping.Sent> sent = world.ship();

        assertThat(sent).singleElement().satisfies(one -> {
            assertThat(one.shipment().revision()).isEqualTo(2);
            assertThat(one.shipment().supersedes()).isEqualTo(1);
        });
        assertThat(world.ship()).isEmpty();
        assertThat(world.history()).allMatch(history -> history.attempts().size() == 1);
    }

    /** A part of a set has a manifest of its own, in which nothing else is named. */
    @Test
    void aPartOfASetHasAManifestOfThatPart() throws Exception {
        world.target("ba1", "kind", "folder", "address", "share", "what", "documents", "accounts", "ba1");
        world.publish("2026-10/documents", 1, files("ba1/INV-1.pdf", "ba2/INV-2.pdf"));
        world.plan();
        world.ship();

        SortedMap<String, byte[]> there = ShippingWorld.filesBelow(folder.resolve("share"));
        assertThat(there)
                .containsOnlyKeys(
                        "2026-10/documents/r1/ba1/INV-1.pdf",
                        "2026-10/documents/r1/manifest.json",
                        "2026-10/documents/r1/.done");
        String manifest = new String(there.get("2026-10/documents/r1/manifest.json"), StandardCharsets.UTF_8);
        assertThat(manifest).contains("ba1/INV-1.pdf").doesNotContain("ba2", "INV-2");
    }

    /** A copy of the database on another machine, a copy of the folder, another id, or none. */
    @Test
    void nothingLeavesAnInstallationThatIsNotArmed() throws Exception {
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        for (String id : new String[] {"", "ffffffffffffffffffffffffffffffff"}) {
            world.armFor(id);
            world.plan();
            assertThat(world.ship()).isEmpty();
            assertThat(world.shipment("share").status()).isEqualTo(ShipmentStatus.PENDING);
            assertThat(new ShipPermission(world.jdbc(), world.out(), id).objection())
                    .hasValueSatisfying(text -> assertThat(text).contains(ShippingWorld.INSTALLATION));
        }
        Path copy = Files.createDirectories(folder.resolve("copy"));
        InstallationMarker.write(copy, ShippingWorld.INSTALLATION);
        assertThat(new ShipPermission(world.jdbc(), copy, ShippingWorld.INSTALLATION).objection())
                .isPresent();
        assertThat(folder.resolve("share")).isEmptyDirectory();

        world.armFor(ShippingWorld.INSTALLATION);
        assertThat(world.ship()).hasSize(1);
    }

    @Test
    void anUnreachableTargetDelaysItsOwnShipmentsOnly() throws Exception {
        world.target("away", "kind", "folder", "address", "not-mounted");
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.publish("2026-10-16", 1, files("usage.csv"));
        world.plan();
        world.ship();

        assertThat(statuses("share")).containsExactly(ShipmentStatus.SHIPPED, ShipmentStatus.SHIPPED);
        assertThat(statuses("away")).containsExactly(ShipmentStatus.PENDING, ShipmentStatus.PENDING);
        // The second is not tried, since it would fail for the same reason.
        assertThat(world.history())
                .extracting(history -> history.attempts().size())
                .containsExactly(3, 0, 1, 1);
        assertThat(world.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

        Files.createDirectories(folder.resolve("not-mounted"));
        world.nextRun();
        world.ship();
        assertThat(statuses("away")).containsExactly(ShipmentStatus.SHIPPED, ShipmentStatus.SHIPPED);
    }

    @Test
    void aLongPauseThatTheReceiverAsksForIsKeptBetweenRuns() throws Exception {
        try (WebhookTestServer server = WebhookTestServer.start()) {
            Files.writeString(folder.resolve("secret"), WebhookTestServer.SECRET);
            world.target("hook", "kind", "webhook", "address", server.address(), "secret-file", "secret");
            world.publish("2026-10-15", 1, files("usage.csv"));
            world.plan();
            server.answer(503);
            world.ship();
            assertThat(world.pauses()).containsExactly(Duration.ofSeconds(7));
            assertThat(world.shipment("hook").status()).isEqualTo(ShipmentStatus.SHIPPED);
        }
    }

    @Test
    void aReceiverThatIsGoneEndsItsTarget() throws Exception {
        try (WebhookTestServer server = WebhookTestServer.start()) {
            Files.writeString(folder.resolve("secret"), WebhookTestServer.SECRET);
            world.target("hook", "kind", "webhook", "address", server.address(), "secret-file", "secret");
            world.publish("2026-10-15", 1, files("usage.csv"));
            world.publish("2026-10-16", 1, files("usage.csv"));
            world.plan();
            server.answer(410);
            world.ship();
            world.nextRun();
            world.ship();

            assertThat(statuses("hook")).containsExactly(ShipmentStatus.GIVEN_UP, ShipmentStatus.PENDING);
            assertThat(server.stored()).isEmpty();
            assertThat(world.shipping().objection(world.targets().named("hook")))
                    .hasValueSatisfying(text -> assertThat(text).contains("--again"));
        }
    }

    @Test
    void aFileThatIsNotAsPublishedIsNotSent() throws Exception {
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();
        Files.writeString(world.out().resolve("2026-10-15/r1/usage.csv"), "changed");
        world.ship();

        assertThat(world.shipment("share").status()).isEqualTo(ShipmentStatus.REFUSED);
        assertThat(world.shipment("share").error()).contains("usage.csv", "verify");
        assertThat(folder.resolve("share")).isEmptyDirectory();
    }

    @Test
    void aLostAttemptIsNotedAndRepeated() throws Exception {
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();
        Instant claimed = Instant.parse("2026-12-01T01:00:00Z");
        assertThat(new ShipmentWriter(world.jdbc())
                        .claim(world.shipment("share").id(), claimed))
                .isEqualTo(1);
        world.ship();

        ShipmentHistory history = world.history("share");
        assertThat(history.attempts()).extracting(ShipmentHistory.Tried::result).containsExactly("unknown", "shipped");
        assertThat(history.attempts().get(0).begun()).isEqualTo(claimed);
        assertThat(history.shipment().attempts()).isEqualTo(2);
    }

    /** Verification recomputes what the seal covers; each change of a row or receipt is found. */
    @Test
    void verificationFindsChangedShipmentsAttemptsAndReceipts() throws Exception {
        world.target("share", "kind", "folder", "address", "share");
        world.publish("2026-10-15", 1, files("usage.csv"));
        world.plan();
        world.ship();
        Path receipt = world.out().resolve("receipts/2026-10-15/r1/share-1.json");
        assertThat(receipt).isRegularFile();
        assertThat(differences()).isEmpty();

        world.jdbc().update("UPDATE shipment SET target = 'other'");
        assertThat(differences()).anyMatch(text -> text.contains("shipment"));
        world.jdbc().update("UPDATE shipment SET target = 'share'");
        world.jdbc().update("UPDATE attempt SET result = 'refused'");
        assertThat(differences()).anyMatch(text -> text.contains("attempt"));
        world.jdbc().update("UPDATE attempt SET result = 'shipped'");
        world.jdbc().update("DELETE FROM shipped_file");
        assertThat(differences()).anyMatch(text -> text.contains("shipped_file"));
        world.plans();
        Files.writeString(receipt, "{}");
        assertThat(differences()).anyMatch(text -> text.contains("share-1.json"));
    }

    private List<String> differences() {
        ReconciliationResult result = new ReconciliationResult();
        new Verification(world.jdbc(), world.out(), result).verifyShipments();
        return result.discrepancies().stream().map(Object::toString).toList();
    }

    private List<ShipmentStatus> statuses(String target) {
        return world.history().stream()
                .map(ShipmentHistory::shipment)
                .filter(shipment -> shipment.target().equals(target))
                .map(Shipment::status)
                .toList();
    }

    static SortedMap<String, byte[]> files(String... paths) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, ("content of " + path).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
