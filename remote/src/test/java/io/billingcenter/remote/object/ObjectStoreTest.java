package io.billingcenter.remote.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectStoreTest {

    @TempDir
    private Path folder;

    @Test
    void signsRequestsAndWritesOnce() throws Exception {
        try (ObjectTestServer server = ObjectTestServer.start()) {
            ObjectStore store = server.store("in/发票", folder);
            try (S3Client client = store.open()) {
                put(client, store, "2026-10/r1/a b.csv", "first");
                assertThatThrownBy(() -> put(client, store, "2026-10/r1/a b.csv", "second"))
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                e -> assertThat(e.statusCode()).isEqualTo(412));
                assertThat(client.listObjectsV2(
                                        list -> list.bucket(store.bucket()).prefix(store.prefix()))
                                .contents())
                        .singleElement()
                        .satisfies(found -> assertThat(found.key()).isEqualTo("in/发票/2026-10/r1/a b.csv"));
            }
            assertThat(server.objects().get("in/发票/2026-10/r1/a b.csv").content())
                    .isEqualTo("first".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aWrongKeyIsLastingAndABusyStoreIsNot() throws Exception {
        try (ObjectTestServer server = ObjectTestServer.start()) {
            ObjectStore wrong = server.store("in", folder, "sk-wrong");
            RemoteException refused = failure(wrong);
            assertThat(refused.isTemporary()).isFalse();
            assertThat(refused).hasMessageContaining("403").hasMessageNotContaining("sk-wrong");

            server.fail(request -> ObjectTestServer.Effect.BUSY);
            RemoteException busy = failure(server.store("in", folder));
            assertThat(busy.isTemporary()).isTrue();
            assertThat(busy.after()).contains(Duration.ofSeconds(1));

            server.fail(request -> ObjectTestServer.Effect.CUT);
            assertThat(failure(server.store("in", folder)).isTemporary()).isTrue();
            assertThat(server.objects()).isEmpty();
        }
    }

    @Test
    void aStoreThatIsNotThereMayComeBack() throws Exception {
        ObjectTestServer server = ObjectTestServer.start();
        ObjectStore store = server.store("in", folder);
        server.close();
        assertThat(failure(store).isTemporary()).isTrue();
    }

    @Test
    void endpointsOfOtherMachinesAreProtected() {
        for (String endpoint :
                new String[] {"http://s3.example", "ftp://s3.example", "s3.example", "http://127.0.0.1.example"}) {
            assertThatThrownBy(() -> at("s3://billing/in", endpoint))
                    .as(endpoint)
                    .hasMessageContaining("https://");
        }
        assertThat(at("s3://billing/in/x/", "https://s3.example").key("a")).isEqualTo("in/x/a");
        assertThat(at("s3://billing", "http://127.0.0.1:9000").key("a")).isEqualTo("a");
        assertThatThrownBy(() -> at("billing/in", "https://s3.example")).hasMessageContaining("s3://bucket/prefix");
    }

    private static ObjectStore at(String address, String endpoint) {
        Secret secret = Secret.of("env:NONE", Path.of(""));
        return ObjectStore.at(address, URI.create(endpoint), "us-east-1", true, true, secret, secret);
    }

    private static void put(S3Client client, ObjectStore store, String path, String content) {
        client.putObject(
                put -> put.bucket(store.bucket()).key(store.key(path)).ifNoneMatch("*"),
                RequestBody.fromString(content));
    }

    private static RemoteException failure(ObjectStore store) throws Exception {
        try (S3Client client = store.open()) {
            put(
                    client,
                    store,
                    "a",
                    "content that is longer than a hundred bytes, so that a cut finds something to cut".repeat(3));
        } catch (SdkException e) {
            return ObjectFailures.of(store.address(), e);
        }
        throw new AssertionError("Expected a failure of " + store.address());
    }
}
