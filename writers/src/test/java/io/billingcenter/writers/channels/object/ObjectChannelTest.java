package io.billingcenter.writers.channels.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.remote.object.ObjectTestServer;
import io.billingcenter.remote.object.ObjectTestServer.Effect;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.Parcels;
import io.billingcenter.writers.channels.object.ObjectChannel.ObjectRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectChannelTest {

    private static final int PART = 5 << 20;
    private static final String KEY = "in/2026-10-15/r1/usage.csv";
    private static final RemoteTimeouts SHORT = new RemoteTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private final ObjectTestServer server = ObjectTestServer.start();
    private Clock clock = Clock.fixed(Instant.parse("2026-12-02T00:00:00Z"), ZoneOffset.UTC);
    private Parcel parcel;

    @BeforeEach
    void write() throws IOException {
        parcel = Parcels.of(folder.resolve("out"), "usage.csv", 12_345);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSetIsWrittenOnceAndInOrder(boolean conditional) throws IOException {
        try (ObjectChannel channel = channel(conditional)) {
            channel.ship(parcel);
            channel.ship(parcel);
        }
        assertThat(server.objects()).containsOnlyKeys(KEY, "in/2026-10-15/r1/manifest.json", "in/2026-10-15/r1/.done");
        assertSame();
        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("PUT"))
                .startsWith(
                        "PUT /billing/" + KEY,
                        "PUT /billing/in/2026-10-15/r1/manifest.json",
                        "PUT /billing/in/2026-10-15/r1/.done")
                .hasSize(conditional ? 6 : 3);
    }

    /** Also an object without the metadata of this program, and one of the same size. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherContentIsNeverReplaced(boolean conditional) throws IOException {
        for (byte[] other : new byte[][] {"short".getBytes(StandardCharsets.UTF_8), new byte[12_345]}) {
            server.put(KEY, other);
            try (ObjectChannel channel = channel(conditional)) {
                assertThatThrownBy(() -> channel.ship(parcel))
                        .isInstanceOf(OtherContentException.class)
                        .hasMessageContaining("--again");
            }
            assertThat(server.objects().get(KEY).content()).isEqualTo(other);
        }
        server.put(KEY, Files.readAllBytes(folder.resolve("out/usage.csv")));
        try (ObjectChannel channel = channel(conditional)) {
            channel.ship(parcel);
        }
    }

    @Test
    void aLargeFileGoesInPartsAndAnAttemptThatWasCutIsContinued() throws IOException {
        parcel = Parcels.of(folder.resolve("out"), "usage.csv", 2 * PART + 1_000);
        AtomicInteger puts = new AtomicInteger();
        server.fail(request ->
                request.equals("PUT /billing/" + KEY) && puts.incrementAndGet() == 2 ? Effect.CUT : Effect.SERVE);
        try (ObjectChannel channel = channel(true)) {
            assertThatThrownBy(() -> channel.ship(parcel)).isInstanceOf(RemoteException.class);
            assertThat(server.unfinishedUploads()).isEqualTo(1);
            assertThat(server.objects()).isEmpty();
            channel.ship(parcel);
        }
        // The first part twice, the second failed once: the third attempt of a part is the second of the second one.
        assertThat(puts).hasValue(4);
        assertSame();
        assertThat(server.unfinishedUploads()).isZero();
        try (ObjectChannel channel = channel(true)) {
            channel.ship(parcel);
        }
    }

    @Test
    void anUploadThatNobodyContinuedForAWeekIsRemoved() throws IOException {
        parcel = Parcels.of(folder.resolve("out"), "usage.csv", PART + 1_000);
        server.fail(request -> request.startsWith("PUT") ? Effect.CUT : Effect.SERVE);
        try (ObjectChannel channel = channel(true)) {
            assertThatThrownBy(() -> channel.ship(parcel)).isInstanceOf(RemoteException.class);
        }
        server.fail(ObjectTestServer.Fault.NONE);
        clock = Clock.offset(clock, Duration.ofDays(8));
        try (ObjectChannel channel = channel(true)) {
            channel.ship(parcel);
        }
        assertSame();
        assertThat(server.unfinishedUploads()).isZero();
    }

    private ObjectChannel channel(boolean conditional) {
        ObjectStore store = server.store("in", folder);
        return new ObjectChannel(store, new ObjectRules(conditional, PART), SHORT, clock);
    }

    private void assertSame() throws IOException {
        assertThat(server.objects().get(KEY).content()).isEqualTo(Files.readAllBytes(folder.resolve("out/usage.csv")));
    }
}
