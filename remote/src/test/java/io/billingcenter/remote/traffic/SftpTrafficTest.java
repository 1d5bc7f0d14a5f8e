package io.billingcenter.remote.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.remote.sftp.SftpTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SftpTrafficTest {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final WorkspaceDay OF_DAY = new WorkspaceDay(new WorkspaceId("ws-0"), DAY);
    private static final Instant CHANGED = Instant.parse("2026-10-16T01:02:03.456789Z");

    @TempDir
    private Path folder;

    private void store(String path, byte[] content) throws IOException {
        Path file = folder.resolve("root/logs").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    private SftpTraffic open(SftpTestServer server) throws IOException {
        return open(server, server.writeKnownHosts(folder.resolve("known_hosts")));
    }

    private SftpTraffic open(SftpTestServer server, Path knownHosts) throws IOException {
        SftpTestServer.writePassword(folder.resolve("password"), SftpTestServer.PASSWORD);
        return new SftpTraffic(
                SftpServer.at(server.address("/logs"), knownHosts, null, null, Secret.of("password", folder)),
                RemoteTimeouts.USUAL);
    }

    @Test
    void listsTheFilesOfTheDaysAndNothingElse() throws Exception {
        for (String path : List.of(
                "ws-0/2026-10-13/too-early.csv",
                "ws-0/2026-10-14/a.csv",
                "ws-0/2026-10-15/b.csv.gz",
                "ws-0/2026-10-15/.hidden.csv",
                "ws-0/2026-10-15/c.csv.part",
                "ws-0/2026-10-15/folder.csv/x",
                "ws-0/2026-10-16/too-late.csv",
                "ws-0/tomorrow/d.csv",
                "ws-1/readme.txt",
                "not a workspace/2026-10-15/e.csv",
                "top.csv")) {
            store(path, path.getBytes(StandardCharsets.UTF_8));
        }
        Files.createSymbolicLink(
                folder.resolve("root/logs/ws-0/2026-10-15/linked.csv"), Path.of("../2026-10-14/a.csv"));
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("root"));
                SftpTraffic traffic = open(server)) {
            assertThat(traffic.workspaces()).extracting(WorkspaceId::value).containsExactly("top.csv", "ws-0", "ws-1");
            assertThat(traffic.files(new WorkspaceId("ws-0"), DAY.minusDays(1), DAY))
                    .extracting(RemoteFile::toString)
                    .containsExactlyInAnyOrder(
                            "ws-0/2026-10-14/a.csv", "ws-0/2026-10-15/b.csv.gz", "ws-0/2026-10-15/linked.csv");
            assertThat(traffic.files(new WorkspaceId("top.csv"), DAY, DAY)).isEmpty();
            assertThat(traffic.files(new WorkspaceId("ws-9"), DAY, DAY)).isEmpty();
            assertThat(traffic.files(new WorkspaceId("ws-0"), DAY.minusDays(1), DAY.minusDays(1)))
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.modified()).isEqualTo("2026-10-16T01:02:03Z");
                        assertThat(file.changed()).isEqualTo(file.modified());
                        assertThat(file.sizeBytes()).isEqualTo("ws-0/2026-10-14/a.csv".length());
                    });
        }
    }

    @Test
    void fetchesExactlyTheListedVersion() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        store("ws-0/2026-10-15/a.csv", content);
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("root"));
                SftpTraffic traffic = open(server)) {
            RemoteFile file = only(traffic);
            assertThat(fetch(traffic, file)).isEqualTo(content);
            store("ws-0/2026-10-15/a.csv", new byte[10]);
            assertThatThrownBy(() -> fetch(traffic, file))
                    .isInstanceOf(ChangedFileException.class)
                    .hasMessageContaining("3000000 bytes", "10 bytes");
            Files.delete(folder.resolve("root/logs/ws-0/2026-10-15/a.csv"));
            assertThatThrownBy(() -> fetch(traffic, file))
                    .isInstanceOf(ChangedFileException.class)
                    .hasMessageContaining("found nothing");
        }
    }

    /** The connection ends while the server reads a block; the next call has a new one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aCutConnectionIsNoEndOfAFile(int seed) throws Exception {
        byte[] content = new byte[1_000_000];
        Random random = new Random(seed);
        random.nextBytes(content);
        store("ws-0/2026-10-15/a.csv", content);
        AtomicInteger left = new AtomicInteger(random.nextInt(content.length));
        CuttingAccessor accessor = new CuttingAccessor(left);
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("root"), accessor);
                SftpTraffic traffic = open(server)) {
            accessor.server = server;
            RemoteFile file = only(traffic);
            assertThatThrownBy(() -> fetch(traffic, file))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            failure -> assertThat(failure.isTemporary()).isTrue());
            left.set(Integer.MAX_VALUE);
            assertThat(fetch(traffic, file)).isEqualTo(content);
        }
    }

    @Test
    void anUnknownOrWrongServerIsNotAsked() throws Exception {
        store("ws-0/2026-10-15/a.csv", new byte[10]);
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("root"))) {
            Path wrong = server.writeWrongKnownHosts(folder.resolve("wrong"));
            Path none = Files.writeString(folder.resolve("none"), "");
            for (Path knownHosts : List.of(wrong, none)) {
                try (SftpTraffic traffic = open(server, knownHosts)) {
                    assertThatThrownBy(traffic::workspaces)
                            .isInstanceOfSatisfying(
                                    RemoteException.class,
                                    failure -> assertThat(failure.isTemporary()).isFalse())
                            .hasMessageNotContaining(SftpTestServer.PASSWORD);
                }
            }
        }
    }

    @Test
    void putsAFileOnceAndRemovesIt() throws Exception {
        Files.createDirectories(folder.resolve("root/logs"));
        byte[] content = "id\n".getBytes(StandardCharsets.UTF_8);
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("root"));
                SftpTraffic traffic = open(server)) {
            RemoteFile put = traffic.put(OF_DAY, "repair-1.csv", content);
            assertThat(only(traffic)).isEqualTo(put);
            assertThat(traffic.put(OF_DAY, "repair-1.csv", content)).isEqualTo(put);
            assertThatThrownBy(() -> traffic.put(OF_DAY, "repair-1.csv", new byte[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("found another content");
            assertThat(fetch(traffic, put)).isEqualTo(content);
            assertThat(traffic.remove(OF_DAY, "repair-1.csv")).isTrue();
            assertThat(traffic.remove(OF_DAY, "repair-1.csv")).isFalse();
        }
    }

    private static RemoteFile only(RemoteTraffic traffic) throws IOException {
        List<RemoteFile> files = traffic.files(OF_DAY.workspace(), DAY, DAY);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static byte[] fetch(RemoteTraffic traffic, RemoteFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        traffic.fetch(file, bytes);
        return bytes.toByteArray();
    }

    /** Ends all sessions once a number of bytes was read. */
    private static final class CuttingAccessor implements SftpFileSystemAccessor {

        private final AtomicInteger left;
        private volatile SftpTestServer server;

        CuttingAccessor(AtomicInteger left) {
            this.left = left;
        }

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            SeekableByteChannel channel =
                    SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
            return options.contains(StandardOpenOption.READ) ? new CuttingChannel(channel, this) : channel;
        }
    }

    private record CuttingChannel(SeekableByteChannel channel, CuttingAccessor accessor)
            implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer block) throws IOException {
            if (accessor.left.addAndGet(-block.remaining()) < 0) {
                accessor.server.cut();
                throw new IOException("the connection is cut");
            }
            return channel.read(block);
        }

        @Override
        public int write(ByteBuffer block) throws IOException {
            return channel.write(block);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
