package io.billingcenter.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.remote.object.ObjectTestServer;
import io.billingcenter.remote.object.ObjectTestServer.Effect;
import io.billingcenter.remote.sftp.FaultySftpAccess;
import io.billingcenter.remote.sftp.SftpTestServer;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ships one set after the other to servers that fail in a way chosen by a seed, and looks at the receiver after each run: there is
 * exactly one intact set and a receipt, or an open shipment that is listed.
 */
class ShippingFaultsTest {

    private static final int FEW = 24;
    private static final int MANY = 200;

    /** The faults, each of a kind of target. */
    private enum Fault {
        SFTP_CUT,
        SFTP_CUT_AFTER_RENAME,
        SFTP_FULL,
        SFTP_WRONG_HOST_KEY,
        SFTP_UNKNOWN_HOST_KEY,
        SFTP_WRONG_PASSWORD,
        SFTP_UNREACHABLE,
        SFTP_OTHER_CONTENT,
        SFTP_SAME_CONTENT,
        S3_CUT,
        S3_BUSY,
        S3_STORED_WITHOUT_ANSWER,
        S3_FULL,
        S3_WRONG_SECRET,
        S3_OTHER_CONTENT,
        S3_SAME_CONTENT,
        FOLDER_MISSING,
        FOLDER_OTHER_CONTENT,
        FOLDER_PART_LEFT,
        WEBHOOK_BUSY,
        WEBHOOK_STORED_WITHOUT_ANSWER,
        WEBHOOK_GONE,
        WEBHOOK_UNAUTHORIZED;

        boolean isOf(String kind) {
            return name().startsWith(kind);
        }

        boolean isOtherContent() {
            return name().endsWith("OTHER_CONTENT");
        }
    }

    @TempDir
    private Path folder;

    private final FaultySftpAccess disk = new FaultySftpAccess();
    private SftpTestServer sftp;
    private ObjectTestServer s3;
    private WebhookTestServer webhook;
    private ShippingWorld world;

    @BeforeEach
    void start() throws Exception {
        sftp = SftpTestServer.start(folder.resolve("sftp"), disk);
        s3 = ObjectTestServer.start();
        webhook = WebhookTestServer.start();
        world = new ShippingWorld(MigratedDatabase.create(), folder.resolve("world"));
        Files.createDirectories(world.root());
        sftp.writeKnownHosts(world.root().resolve("hosts"));
        sftp.writeWrongKnownHosts(world.root().resolve("wrong-hosts"));
        Files.createFile(world.root().resolve("no-hosts"));
        SftpTestServer.writePassword(world.root().resolve("password"), SftpTestServer.PASSWORD);
        SftpTestServer.writePassword(world.root().resolve("wrong-password"), "pw-wrong");
        s3.store("in", world.root());
        Files.writeString(world.root().resolve("wrong-secret-key"), "sk-wrong");
        Files.writeString(world.root().resolve("hook-secret"), WebhookTestServer.SECRET);
        Files.writeString(world.root().resolve("wrong-hook-secret"), "wh-wrong");
    }

    @AfterEach
    void stop() {
        sftp.close();
        s3.close();
        webhook.close();
    }

    @Test
    void aFaultLeavesOneIntactSetOrAListedShipment() throws Exception {
        runSeeds(FEW);
    }

    @Test
    @Tag("exhaustive")
    void manyFaultsLeaveOneIntactSetOrAListedShipment() throws Exception {
        runSeeds(MANY);
    }

    private void runSeeds(int seeds) throws Exception {
        Map<Fault, Integer> open = new EnumMap<>(Fault.class);
        for (int seed = 0; seed < seeds; seed++) {
            Fault fault = Fault.values()[seed % Fault.values().length];
            if (runSeed(seed, fault) != ShipmentStatus.SHIPPED) {
                open.merge(fault, 1, Integer::sum);
            }
        }
        // The faults that a repeat cannot overcome; some of the others outlast the attempts of a run.
        assertThat(open.keySet())
                .contains(
                        Fault.SFTP_WRONG_HOST_KEY,
                        Fault.SFTP_UNKNOWN_HOST_KEY,
                        Fault.SFTP_WRONG_PASSWORD,
                        Fault.SFTP_OTHER_CONTENT,
                        Fault.S3_WRONG_SECRET,
                        Fault.S3_OTHER_CONTENT,
                        Fault.FOLDER_OTHER_CONTENT,
                        Fault.WEBHOOK_GONE,
                        Fault.WEBHOOK_UNAUTHORIZED)
                .doesNotContain(Fault.SFTP_SAME_CONTENT, Fault.S3_SAME_CONTENT, Fault.FOLDER_PART_LEFT);
        assertThat(webhook.conflicts()).isEmpty();
    }

    /** Returns the status after the run with the fault. */
    private ShipmentStatus runSeed(int seed, Fault fault) throws Exception {
        Random random = new Random(seed);
        String target = "t" + seed;
        String period = LocalDate.of(2026, 1, 1).plusDays(seed).toString();
        SortedMap<String, byte[]> files = randomFiles(random);
        SortedMap<String, byte[]> expected = new TreeMap<>(files);
        expected.put("manifest.json", ShippingWorld.manifest(period, 1).getBytes(StandardCharsets.UTF_8));
        expected.put(".done", new byte[0]);

        configure(target, fault, true);
        world.nextRun();
        world.publish(period, 1, files);
        world.plan();
        begin(fault, random, target, period, expected);
        world.ship();
        ShipmentStatus status = world.shipment(target).status();
        check(seed, fault, target, period, expected);

        disk.heal();
        s3.fail(ObjectTestServer.Fault.NONE);
        webhook.answer();
        configure(target, fault, false);
        if (fault == Fault.FOLDER_MISSING) {
            Files.createDirectories(world.root().resolve("share-" + target));
        }
        if (fault.isOtherContent()) {
            assertThat(status).as("%s %s", seed, fault).isEqualTo(ShipmentStatus.REFUSED);
            assertThat(receiver(fault, target, period).get(files.firstKey()))
                    .isEqualTo("other content".getBytes(StandardCharsets.UTF_8));
            remove(fault, target, period + "/r1/" + files.firstKey());
        }
        world.nextRun();
        world.later(Duration.ofDays(2));
        Shipment shipment = world.shipment(target);
        if (!shipment.status().isDue()) {
            new ShipmentWriter(world.jdbc()).reopen(shipment.id());
        }
        world.ship();
        assertThat(world.shipment(target).status())
                .as("%s %s: %s", seed, fault, world.shipment(target).error())
                .isEqualTo(ShipmentStatus.SHIPPED);
        check(seed, fault, target, period, expected);
        world.remove(target);
        return status;
    }

    private static SortedMap<String, byte[]> randomFiles(Random random) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(300_000)];
            random.nextBytes(content);
            files.put(List.of("usage", "excel/usage", "holds", "bill lines").get(i) + ".csv", content);
        }
        return files;
    }

    private void configure(String target, Fault fault, boolean broken) {
        if (fault.isOf("SFTP")) {
            boolean unreachable = broken && fault == Fault.SFTP_UNREACHABLE;
            world.target(
                    target,
                    "kind",
                    "sftp",
                    "address",
                    unreachable ? "sftp://finance@127.0.0.1:1/" : sftp.address("/"),
                    "known-hosts",
                    broken && fault == Fault.SFTP_WRONG_HOST_KEY
                            ? "wrong-hosts"
                            : broken && fault == Fault.SFTP_UNKNOWN_HOST_KEY ? "no-hosts" : "hosts",
                    "password-file",
                    broken && fault == Fault.SFTP_WRONG_PASSWORD ? "wrong-password" : "password");
        } else if (fault.isOf("S3")) {
            world.target(
                    target,
                    "kind",
                    "s3",
                    "address",
                    "s3://" + ObjectTestServer.BUCKET + "/in",
                    "endpoint",
                    s3.endpoint().toString(),
                    "path-style",
                    "true",
                    "checksums",
                    target.hashCode() % 2 == 0 ? "when-required" : "when-supported",
                    "access-key-file",
                    "access-key",
                    "secret-key-file",
                    broken && fault == Fault.S3_WRONG_SECRET ? "wrong-secret-key" : "secret-key");
        } else if (fault.isOf("FOLDER")) {
            world.target(target, "kind", "folder", "address", "share-" + target);
        } else {
            world.target(
                    target,
                    "kind",
                    "webhook",
                    "address",
                    webhook.address(),
                    "secret-file",
                    broken && fault == Fault.WEBHOOK_UNAUTHORIZED ? "wrong-hook-secret" : "hook-secret");
        }
    }

    private void begin(Fault fault, Random random, String target, String period, SortedMap<String, byte[]> expected)
            throws IOException {
        Path share = world.root().resolve("share-" + target);
        if (fault.isOf("FOLDER") && fault != Fault.FOLDER_MISSING) {
            Files.createDirectories(share);
        }
        long total =
                expected.values().stream().mapToLong(content -> content.length).sum();
        String first = expected.keySet().stream()
                .filter(path -> path.endsWith(".csv"))
                .findFirst()
                .orElseThrow();
        byte[] other = "other content".getBytes(StandardCharsets.UTF_8);
        switch (fault) {
            case SFTP_CUT -> disk.cutAfter(random.nextInt((int) total), sftp::cut);
            case SFTP_CUT_AFTER_RENAME -> disk.cutAfterRename(sftp::cut);
            case SFTP_FULL -> disk.fullAfter(random.nextInt((int) total));
            case SFTP_OTHER_CONTENT -> write(sftp.root().resolve(period + "/r1/" + first), other);
            case SFTP_SAME_CONTENT -> write(sftp.root().resolve(period + "/r1/" + first), expected.get(first));
            case S3_CUT -> s3.fail(failing(random, Effect.CUT));
            case S3_BUSY -> s3.fail(failing(random, Effect.BUSY));
            case S3_STORED_WITHOUT_ANSWER -> s3.fail(failing(random, Effect.STORE_AND_CUT));
            case S3_FULL -> s3.fail(failing(random, Effect.FULL));
            case S3_OTHER_CONTENT -> s3.put("in/" + period + "/r1/" + first, other);
            case S3_SAME_CONTENT -> s3.put("in/" + period + "/r1/" + first, expected.get(first));
            case FOLDER_OTHER_CONTENT -> write(share.resolve(period + "/r1/" + first), other);
            case FOLDER_PART_LEFT -> write(partOf(share.resolve(period + "/r1/" + first)), other);
            case WEBHOOK_BUSY -> webhook.answer(statuses(random, 503));
            case WEBHOOK_STORED_WITHOUT_ANSWER ->
                webhook.answer(statuses(random, WebhookTestServer.STORED_WITHOUT_ANSWER));
            case WEBHOOK_GONE -> webhook.answer(410);
            default -> {
                // The settings are what is wrong.
            }
        }
    }

    /** Fails some requests in a row, after some that are served. */
    private static ObjectTestServer.Fault failing(Random random, Effect effect) {
        AtomicInteger served = new AtomicInteger(random.nextInt(4));
        AtomicInteger failed = new AtomicInteger(1 + random.nextInt(4));
        return request ->
                served.getAndDecrement() > 0 ? Effect.SERVE : failed.getAndDecrement() > 0 ? effect : Effect.SERVE;
    }

    private static int[] statuses(Random random, int status) {
        int[] statuses = new int[1 + random.nextInt(4)];
        Arrays.fill(statuses, status);
        return statuses;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private static Path partOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private void remove(Fault fault, String target, String path) throws IOException {
        if (fault.isOf("S3")) {
            s3.objects().remove("in/" + path);
        } else {
            Path root = fault.isOf("SFTP") ? sftp.root() : world.root().resolve("share-" + target);
            Files.delete(root.resolve(path));
        }
    }

    private void check(int seed, Fault fault, String target, String period, SortedMap<String, byte[]> expected)
            throws IOException {
        ShipmentHistory history = world.history(target);
        SortedMap<String, byte[]> there = receiver(fault, target, period);
        String name = seed + " " + fault;
        if (there.containsKey(".done")) {
            assertSame(name, there, fault, expected);
        }
        String listed = world.receipts();
        if (history.shipment().status() == ShipmentStatus.SHIPPED) {
            assertSame(name, there, fault, expected);
            Path receipt = world.out().resolve(Objects.requireNonNull(history.receipt()));
            ShipmentHistory.Tried last =
                    history.attempts().get(history.attempts().size() - 1);
            assertThat(Digests.sha256(Files.readAllBytes(receipt))).isEqualTo(last.receiptSha256());
            assertThat(listed).contains(history.shipment().name(), history.receipt());
        } else {
            assertThat(history.shipment().error()).as(name).isNotBlank();
            assertThat(listed)
                    .containsPattern(history.shipment().status().code() + " +"
                            + Pattern.quote(history.shipment().name()));
            assertThat(history.attempts()).as(name).isNotEmpty();
        }
    }

    private static void assertSame(
            String name, SortedMap<String, byte[]> there, Fault fault, SortedMap<String, byte[]> expected) {
        if (fault.isOf("WEBHOOK")) {
            assertThat(there).as(name).containsOnlyKeys("manifest.json");
            assertThat(there.get("manifest.json")).isEqualTo(expected.get("manifest.json"));
            return;
        }
        assertThat(there.keySet()).as(name).isEqualTo(expected.keySet());
        expected.forEach((path, content) ->
                assertThat(there.get(path)).as(name + " " + path).isEqualTo(content));
    }

    /** Returns everything below the folder of the revision at the receiver. */
    private SortedMap<String, byte[]> receiver(Fault fault, String target, String period) throws IOException {
        if (fault.isOf("SFTP")) {
            return ShippingWorld.filesBelow(sftp.root().resolve(period).resolve("r1"));
        }
        if (fault.isOf("FOLDER")) {
            return ShippingWorld.filesBelow(
                    world.root().resolve("share-" + target).resolve(period).resolve("r1"));
        }
        SortedMap<String, byte[]> there = new TreeMap<>();
        if (fault.isOf("WEBHOOK")) {
            byte[] body = webhook.stored().get(period + ".r1." + target);
            if (body != null) {
                there.put("manifest.json", body);
            }
            return there;
        }
        String prefix = "in/" + period + "/r1/";
        s3.objects().forEach((key, stored) -> {
            if (key.startsWith(prefix)) {
                there.put(key.substring(prefix.length()), stored.content());
            }
        });
        return there;
    }
}
