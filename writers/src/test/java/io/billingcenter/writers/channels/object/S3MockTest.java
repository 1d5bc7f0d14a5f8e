package io.billingcenter.writers.channels.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.Parcels;
import io.billingcenter.writers.channels.object.ObjectChannel.ObjectRules;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The channel with an object store that others have written; it takes half a minute to start. */
@Tag("long")
class S3MockTest {

    private static final int PART = 5 << 20;

    @TempDir
    private Path folder;

    @Test
    // Plain HTTP is what this test wants.
    @SuppressWarnings("deprecation")
    void aSetIsWrittenOnceWholeAndInParts() throws Exception {
        S3MockApplication server = S3MockApplication.start(
                new HashMap<>(),
                "--http.port=0",
                "--server.port=0",
                "--silent",
                // The settings of the suite are on the class path, and want no server.
                "--spring.main.web-application-type=servlet");
        try {
            for (boolean whenRequired : new boolean[] {true, false}) {
                run(store(server.getHttpPort(), whenRequired));
            }
        } finally {
            server.stop();
        }
    }

    private ObjectStore store(int port, boolean whenRequired) throws Exception {
        Files.writeString(folder.resolve("secret"), "any\n");
        Secret secret = Secret.of("secret", folder);
        return ObjectStore.at(
                "s3://billing-" + whenRequired + "/in",
                URI.create("http://127.0.0.1:" + port),
                "us-east-1",
                true,
                whenRequired,
                secret,
                secret);
    }

    private void run(ObjectStore store) throws Exception {
        Parcel small = Parcels.of(folder.resolve("out"), "usage.csv", 12_345);
        Parcel large = Parcels.of(folder.resolve("out"), "excel/usage.csv", 2 * PART + 17);
        ObjectRules rules = new ObjectRules(true, PART);
        try (S3Client client = store.open();
                ObjectChannel channel = new ObjectChannel(store, rules, RemoteTimeouts.USUAL, Clock.systemUTC())) {
            client.createBucket(bucket -> bucket.bucket(store.bucket()));
            for (int i = 0; i < 2; i++) {
                channel.ship(small);
                channel.ship(large);
            }
            List<String> keys = client.listObjectsV2(list -> list.bucket(store.bucket())).contents().stream()
                    .map(S3Object::key)
                    .toList();
            assertThat(keys)
                    .containsExactlyInAnyOrder(
                            "in/2026-10-15/r1/.done",
                            "in/2026-10-15/r1/excel/usage.csv",
                            "in/2026-10-15/r1/manifest.json",
                            "in/2026-10-15/r1/usage.csv");
            byte[] stored = client.getObjectAsBytes(
                            get -> get.bucket(store.bucket()).key("in/2026-10-15/r1/excel/usage.csv"))
                    .asByteArray();
            assertThat(stored).isEqualTo(Files.readAllBytes(folder.resolve("out/excel/usage.csv")));

            client.putObject(
                    put -> put.bucket(store.bucket()).key("in/2026-10-15/r1/usage.csv"),
                    RequestBody.fromString("other"));
            assertThatThrownBy(() -> channel.ship(small)).isInstanceOf(OtherContentException.class);
        }
    }
}
