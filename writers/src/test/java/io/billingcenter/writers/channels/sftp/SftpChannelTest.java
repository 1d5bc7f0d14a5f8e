package io.billingcenter.writers.channels.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.sftp.FaultySftpAccess;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.remote.sftp.SftpTestServer;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.Parcels;
import io.billingcenter.writers.channels.sftp.SftpChannel.SftpRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SftpChannelTest {

    private static final int BYTES = 500_000;
    private static final RemoteTimeouts SHORT = new RemoteTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private final FaultySftpAccess disk = new FaultySftpAccess();
    private SftpTestServer server;
    private Parcel parcel;

    @BeforeEach
    void start() throws IOException {
        server = SftpTestServer.start(folder.resolve("remote"), disk);
        Files.createDirectories(server.root().resolve("in"));
        parcel = Parcels.of(folder.resolve("out"), "excel/usage.csv", BYTES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The second attempt has fewer bytes to write than a whole file, or it would fail again. */
    @ParameterizedTest
    @CsvSource({"0,550000", "1,550000", "100000,420000", "327680,200000", "499999,40000"})
    void anUploadThatWasCutGoesOnWhereItEnded(int first, int second) throws IOException {
        try (SftpChannel channel = channel(new SftpRules(true, true))) {
            disk.cutAfter(first, server::cut);
            assertThatThrownBy(() -> channel.ship(parcel))
                    .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                    .matches(RemoteException::isTemporary);
            assertThat(place("usage.csv")).doesNotExist();

            disk.cutAfter(second, server::cut);
            assertThat(channel.ship(parcel).detail()).endsWith("/in/2026-10-15/r1");
        }
        assertWhole();
    }

    @Test
    void aPartWithOtherContentIsBegunAnew() throws IOException {
        Files.createDirectories(place("usage.csv").getParent());
        Files.write(place(".usage.csv.part"), new byte[1_000]);
        try (SftpChannel channel = channel(new SftpRules(true, true))) {
            channel.ship(parcel);
            channel.ship(parcel);
        }
        assertWhole();
    }

    @Test
    void otherContentIsNeverReplaced() throws IOException {
        Files.createDirectories(place("usage.csv").getParent());
        Files.write(place("usage.csv"), new byte[BYTES]);
        for (boolean renames : new boolean[] {true, false}) {
            try (SftpChannel channel = channel(new SftpRules(true, renames))) {
                assertThatThrownBy(() -> channel.ship(parcel))
                        .isInstanceOf(OtherContentException.class)
                        .hasMessageContaining("usage.csv")
                        .hasMessageContaining("--again");
            }
        }
        assertThat(place("usage.csv")).hasBinaryContent(new byte[BYTES]);
        assertThat(server.root().resolve("in/2026-10-15/r1/.done")).doesNotExist();
    }

    /** A server that allows neither reading back nor renaming: sizes and the marker are all there is. */
    @Test
    void aServerThatForbidsRenamingGetsWholeSets() throws IOException {
        try (SftpChannel channel = channel(new SftpRules(true, false))) {
            disk.cutAfter(100_000, server::cut);
            assertThatThrownBy(() -> channel.ship(parcel)).isInstanceOf(RemoteException.class);
            assertThat(server.root().resolve("in/2026-10-15/r1/.done")).doesNotExist();
            disk.heal();
            channel.ship(parcel);
        }
        assertWhole();
        try (SftpChannel channel = channel(new SftpRules(false, true))) {
            channel.ship(parcel);
        }
        assertWhole();
    }

    @Test
    void aFolderThatDoesNotExistIsNotMade() throws IOException {
        Files.delete(server.root().resolve("in"));
        try (SftpChannel channel = channel(new SftpRules(true, true))) {
            assertThatThrownBy(() -> channel.ship(parcel))
                    .asInstanceOf(InstanceOfAssertFactories.type(RemoteException.class))
                    .matches(failure -> !failure.isTemporary());
        }
        assertThat(server.root()).isEmptyDirectory();
    }

    private SftpChannel channel(SftpRules rules) throws IOException {
        SftpTestServer.writePassword(folder.resolve("password"), SftpTestServer.PASSWORD);
        SftpServer address = SftpServer.at(
                server.address("/in"),
                server.writeKnownHosts(folder.resolve("hosts")),
                null,
                null,
                Secret.of("password", folder));
        return new SftpChannel(address, rules, SHORT);
    }

    private Path place(String name) {
        return server.root().resolve("in/2026-10-15/r1/excel").resolve(name);
    }

    private void assertWhole() throws IOException {
        assertThat(place("usage.csv")).hasSameBinaryContentAs(folder.resolve("out/excel/usage.csv"));
        assertThat(server.root().resolve("in/2026-10-15/r1/.done")).isEmptyFile();
        assertThat(place("")).isDirectoryNotContaining("glob:**.part");
    }
}
