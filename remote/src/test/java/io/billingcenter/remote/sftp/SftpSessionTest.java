package io.billingcenter.remote.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpSessionTest {

    private static final RemoteTimeouts SHORT = new RemoteTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    @Test
    void readsAndWritesWithAnEncryptedKeyAndAKnownHost() throws Exception {
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("remote"))) {
            Path hosts = server.writeKnownHosts(folder.resolve("known_hosts"));
            try (SftpSession session =
                    SftpSession.open(byKey(server, hosts, server.writeKey(folder.resolve("key"))), SHORT)) {
                try (var handle = session.client().open("/a.txt", OpenMode.Create, OpenMode.Write)) {
                    session.client().write(handle, 0, "bill".getBytes(StandardCharsets.UTF_8), 0, 4);
                }
            }
        }
        assertThat(folder.resolve("remote/a.txt")).hasContent("bill");
    }

    @Test
    void aPasswordIsReadFromItsFile() throws Exception {
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("remote"))) {
            Path hosts = server.writeKnownHosts(folder.resolve("known_hosts"));
            SftpTestServer.writePassword(folder.resolve("password"), SftpTestServer.PASSWORD);
            try (SftpSession session = SftpSession.open(byPassword(server, hosts, "password"), SHORT)) {
                assertThat(session.client().canonicalPath("/")).isEqualTo("/");
            }
        }
    }

    @Test
    void anUnknownOrAnotherHostKeyIsRefusedAndNotLearned() throws Exception {
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("remote"))) {
            Path key = server.writeKey(folder.resolve("key"));
            Path empty = Files.createFile(folder.resolve("empty"));
            assertRefused(byKey(server, empty, key), "key");
            assertThat(empty).isEmptyFile();

            Path other = server.writeWrongKnownHosts(folder.resolve("other"));
            byte[] before = Files.readAllBytes(other);
            assertRefused(byKey(server, other, key), "key");
            assertThat(other).hasBinaryContent(before);

            assertRefused(byKey(server, folder.resolve("missing"), key), "missing");
        }
    }

    @Test
    void aWrongKeyOrPasswordIsRefused() throws Exception {
        try (SftpTestServer server = SftpTestServer.start(folder.resolve("remote"))) {
            Path hosts = server.writeKnownHosts(folder.resolve("known_hosts"));
            assertRefused(byKey(server, hosts, server.writeWrongKey(folder.resolve("wrong"))), "authentication");
            SftpTestServer.writePassword(folder.resolve("password"), "pw-other");
            assertThatThrownBy(() -> SftpSession.open(byPassword(server, hosts, "password"), SHORT))
                    .hasMessageNotContaining("pw-other")
                    .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                    .matches(failure -> !failure.isTemporary());
            Path key = server.writeKey(folder.resolve("key"));
            SftpTestServer.writePassword(folder.resolve("decryption"), "kp-other");
            SftpServer undecrypted =
                    SftpServer.at(server.address("/"), hosts, key, Secret.of("decryption", folder), null);
            assertThatThrownBy(() -> SftpSession.open(undecrypted, SHORT))
                    .hasMessageNotContaining("kp-other")
                    .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                    .matches(failure -> !failure.isTemporary());
        }
    }

    @Test
    @SuppressWarnings("try")
    void aServerThatIsNotThereOrSaysNothingMayComeBack() throws Exception {
        Path hosts = Files.createFile(folder.resolve("known_hosts"));
        SftpTestServer.writePassword(folder.resolve("password"), "x");
        RemoteTimeouts veryShort = new RemoteTimeouts(Duration.ofMillis(500), Duration.ofMillis(500));
        SftpServer address;
        try (ServerSocket silent = new ServerSocket(0)) {
            address = SftpServer.at(
                    "sftp://u@127.0.0.1:" + silent.getLocalPort() + "/in",
                    hosts,
                    null,
                    null,
                    Secret.of("password", folder));
            assertTemporary(address, veryShort);
        }
        assertTemporary(address, veryShort);
    }

    @Test
    void addressesHaveOneForm() {
        SftpServer server =
                SftpServer.at("sftp://finance@files.example/in/", Path.of("hosts"), Path.of("key"), null, null);
        assertThat(server.address()).isEqualTo("sftp://finance@files.example:22/in");
        assertThat(server.path("2026-10/r1")).isEqualTo("/in/2026-10/r1");
        for (String wrong : new String[] {
            "sftp://files.example/in",
            "sftp://u:pw-secret@files.example/in",
            "ftp://u@files.example/in",
            "sftp://u@files.example",
            "sftp://u@files.example/in?x=1",
            "not an address"
        }) {
            assertThatThrownBy(() -> SftpServer.at(wrong, Path.of("hosts"), Path.of("key"), null, null))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sftp://user@host:port/folder")
                    .hasMessageNotContaining("pw-secret");
        }
        assertThatThrownBy(() -> SftpServer.at("sftp://u@h/in", Path.of("hosts"), null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SftpServer byKey(SftpTestServer server, Path hosts, Path key) throws IOException, GeneralSecurityException {
        SftpTestServer.writePassword(folder.resolve("key-password"), SftpTestServer.KEY_PASSWORD);
        return SftpServer.at(server.address("/"), hosts, key, Secret.of("key-password", folder), null);
    }

    private SftpServer byPassword(SftpTestServer server, Path hosts, @Nullable String file) {
        return SftpServer.at(server.address("/"), hosts, null, null, Secret.of(String.valueOf(file), folder));
    }

    private static void assertRefused(SftpServer server, String part) {
        assertThatThrownBy(() -> SftpSession.open(server, SHORT))
                .hasMessageContaining(part)
                .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                .matches(failure -> !failure.isTemporary());
    }

    private static void assertTemporary(SftpServer server, RemoteTimeouts timeouts) {
        assertThatThrownBy(() -> SftpSession.open(server, timeouts))
                .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                .matches(RemoteException::isTemporary);
    }
}
