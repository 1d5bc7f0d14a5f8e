package io.billingcenter.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.remote.sftp.FaultySftpAccess;
import io.billingcenter.remote.sftp.SftpTestServer;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that is killed between the claim of a shipment and its receipt. */
class CrashedShippingTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void anAttemptOfAKilledProcessIsRepeatedAndLeavesOneSet() throws Exception {
        FaultySftpAccess disk = new FaultySftpAccess();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("sftp"), disk)) {
            Path db = folder.resolve("db/billing");
            prepare(server, db);
            disk.cutAfter(150_000, () -> {
                reached.countDown();
                try {
                    killed.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Process child = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashedShippingTest.class.getName(),
                            folder.toString(),
                            server.address("/")))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("child.log").toFile())
                    .start();
            assertThat(reached.await(90, TimeUnit.SECONDS))
                    .as(() -> text(folder.resolve("child.log")))
                    .isTrue();
            child.destroyForcibly().waitFor();
            killed.countDown();
            disk.heal();

            ShippingWorld world = world(folder, server.address("/"));
            assertThat(world.shipment("sftp").status()).isEqualTo(ShipmentStatus.SENDING);
            assertThat(ShippingWorld.filesBelow(server.root())).doesNotContainKey("2026-10-15/r1/.done");
            assertThat(world.receipts()).contains("sending", "2026-10-15/r1 to sftp");
            world.nextRun();
            world.ship();

            assertThat(world.history("sftp").attempts())
                    .extracting(ShipmentHistory.Tried::result)
                    .containsExactly("unknown", "shipped");
            assertThat(ShippingWorld.filesBelow(server.root()))
                    .containsOnlyKeys("2026-10-15/r1/.done", "2026-10-15/r1/manifest.json", "2026-10-15/r1/usage.csv");
            assertThat(server.root().resolve("2026-10-15/r1/usage.csv")).hasBinaryContent(content());
        }
    }

    private void prepare(SftpTestServer server, Path db) throws Exception {
        Files.createDirectories(db.getParent());
        server.writeKnownHosts(folder.resolve("hosts"));
        SftpTestServer.writePassword(folder.resolve("password"), SftpTestServer.PASSWORD);
        JdbcTemplate jdbc = jdbc(folder);
        MigratedDatabase.migrate(jdbc);
        ShippingWorld world = world(folder, server.address("/"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("usage.csv", content());
        world.publish("2026-10-15", 1, files);
        world.plan();
        jdbc.execute("SHUTDOWN");
    }

    private static byte[] content() {
        byte[] content = new byte[400_000];
        new Random(7).nextBytes(content);
        return content;
    }

    private static JdbcTemplate jdbc(Path folder) {
        String url = "jdbc:hsqldb:file:" + folder.resolve("db/billing")
                + ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached;hsqldb.write_delay=false";
        return new JdbcTemplate(new DriverManagerDataSource(url, "SA", ""));
    }

    private static ShippingWorld world(Path folder, String address) throws IOException {
        ShippingWorld world = new ShippingWorld(jdbc(folder), folder);
        world.target("sftp", "kind", "sftp", "address", address, "known-hosts", "hosts", "password-file", "password");
        return world;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The process that is killed: it ships until then. */
    public static void main(String[] words) throws Exception {
        ShippingWorld world = world(Path.of(words[0]), words[1]);
        world.ship();
        System.out.println(world.receipts());
    }
}
