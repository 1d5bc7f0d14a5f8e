package io.billingcenter.jobs.outbox;

import io.billingcenter.config.ShippingSettings;
import io.billingcenter.config.TargetSettings;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.RetryRule;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.schema.installation.OutputFolderTable;
import io.billingcenter.writers.channels.mail.MailNotice.Receivers;
import io.billingcenter.writers.files.installation.InstallationMarker;
import io.billingcenter.writers.files.outbox.ReceiptList;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with an output folder, in which tests publish sets and ship them, without an application. */
final class ShippingWorld {

    static final String INSTALLATION = "0123456789abcdef0123456789abcdef";

    private static final RemoteTimeouts SHORT = new RemoteTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final JdbcTemplate jdbc;
    private final Path root;
    private final Map<String, TargetSettings> settings = new TreeMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final TransactionTemplate transaction;
    private Clock clock = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);
    private String armedFor = INSTALLATION;
    private Receivers receivers = shipment -> List.of(shipment.account() + "@example.test");
    private long run = 1;

    ShippingWorld(JdbcTemplate jdbc, Path root) throws IOException {
        this.jdbc = jdbc;
        this.root = root;
        this.transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        Files.createDirectories(out());
        if (OutputFolderTable.TABLE.isEmpty(jdbc)) {
            OutputFolderTable.TABLE.insert(
                    jdbc, OutputFolderTable.row(INSTALLATION, out().toRealPath().toString()));
            InstallationMarker.write(out(), INSTALLATION);
        }
    }

    Path root() {
        return root;
    }

    Path out() {
        return root.resolve("out");
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    List<Duration> pauses() {
        return pauses;
    }

    void armFor(String id) {
        armedFor = id;
    }

    void mailTo(Receivers addresses) {
        receivers = addresses;
    }

    void later(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    /** Adds or replaces a target; the words are names of settings and their values. */
    void target(String name, String... words) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            values.put("t." + words[i], words[i + 1]);
        }
        settings.put(
                name,
                new Binder(new MapConfigurationPropertySource(values))
                        .bind("t", TargetSettings.class)
                        .get());
    }

    void remove(String name) {
        settings.remove(name);
    }

    /** Begins the next run. */
    void nextRun() {
        run++;
    }

    long run() {
        return run;
    }

    /** Publishes a revision, as the delivery of the current run does it. */
    void publish(String period, int revision, SortedMap<String, byte[]> files) throws IOException {
        Path folder = out().resolve(period).resolve("r" + revision);
        DeliveryTable.TABLE.insert(jdbc, DeliveryTable.row(period, revision, "content of " + period + " " + revision));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.write(place, file.getValue());
            DeliveredFileTable.TABLE.insert(
                    jdbc,
                    DeliveredFileTable.TABLE
                            .row()
                            .set(DeliveredFileTable.PERIOD, period)
                            .set(DeliveredFileTable.REVISION, revision)
                            .set(DeliveredFileTable.PATH, file.getKey())
                            .set(DeliveredFileTable.SCHEMA_ID, "test/1")
                            .set(DeliveredFileTable.ROW_COUNT, 1L)
                            .set(DeliveredFileTable.SIZE_BYTES, (long) file.getValue().length)
                            .set(DeliveredFileTable.SHA256, Digests.sha256(file.getValue())));
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), manifest(period, revision), StandardCharsets.UTF_8);
        Files.createFile(folder.resolve(".done"));
        new ControlTotals(jdbc, run)
                .insert(List.of(new ControlTotal(
                        ControlStage.DELIVERED,
                        "",
                        ShipmentPlans.firstDay(period),
                        revision,
                        period,
                        "",
                        null,
                        files.size(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        "")));
    }

    static String manifest(String period, int revision) {
        return "{\"period\": \"" + period + "\", \"revision\": " + revision
                + ", \"totals\": [{\"currency\": \"CNY\", \"amount\": \"12.30\"}]}\n";
    }

    /** Plans what the run has published, in a transaction, as the seal does it. */
    void plan() {
        transaction.executeWithoutResult(status -> plans().planOf(run));
    }

    ShipmentPlans plans() {
        return new ShipmentPlans(jdbc, targets());
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    ShipTargets targets() {
        ShippingSettings.Retry retry = new ShippingSettings.Retry(3, Duration.ofSeconds(1), Duration.ofSeconds(60));
        return new ShipTargets(new ShippingSettings(armedFor, retry, settings), root, clock, SHORT);
    }

    /** Ships what is due in the current run. */
    List<Shipping.Sent> ship() {
        return shipping().ship(run, shipment -> true);
    }

    Shipping shipping() {
        AttemptRunner attempts = new AttemptRunner(
                jdbc,
                new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())),
                out(),
                clock,
                longest -> longest,
                pauses::add);
        return new Shipping(jdbc, targets(), new ShipPermission(jdbc, out(), armedFor), clock, attempts, receivers);
    }

    RetryRule rule() {
        return targets().retry();
    }

    List<ShipmentHistory> history() {
        return new ShipmentReader(jdbc).history(null);
    }

    ShipmentHistory history(String target) {
        return history().stream()
                .filter(history -> history.shipment().target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    Shipment shipment(String target) {
        return history(target).shipment();
    }

    /** Returns what the command receipts prints. */
    String receipts() {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        new ReceiptList(targets()::isConfigured).print(history(), writer);
        writer.flush();
        return printed.toString();
    }

    /** Returns every file below a folder, by its path. */
    static SortedMap<String, byte[]> filesBelow(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
