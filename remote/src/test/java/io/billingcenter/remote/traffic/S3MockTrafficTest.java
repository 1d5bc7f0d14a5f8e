package io.billingcenter.remote.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.object.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The client against a store that others have written. */
@Tag("long")
class S3MockTrafficTest {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final WorkspaceDay OF_DAY = new WorkspaceDay(new WorkspaceId("ws-0"), DAY);

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("deprecation") // there is no other way to ask for the port without TLS
    void listsFetchesAndPuts() throws Exception {
        S3MockApplication server =
                S3MockApplication.start(new HashMap<>(), "--http.port=0", "--server.port=0", "--silent");
        Files.writeString(folder.resolve("key"), "any");
        Secret key = Secret.of("key", folder);
        ObjectStore store = ObjectStore.at(
                "s3://traffic/logs",
                URI.create("http://127.0.0.1:" + server.getHttpPort()),
                "us-east-1",
                true,
                false,
                key,
                key);
        try (S3Client client = store.open();
                ObjectTraffic traffic = new ObjectTraffic(store, true, RemoteTimeouts.USUAL, 2)) {
            client.createBucket(request -> request.bucket("traffic"));
            for (String path : List.of(
                    "ws-0/2026-10-13/early.csv",
                    "ws-0/2026-10-14/a.csv",
                    "ws-0/2026-10-15/b ü.csv",
                    "ws-0/2026-10-15/c.csv",
                    "ws-0/2026-10-16/late.csv",
                    "ws-1/2026-10-15/d.csv",
                    "ws-2/2026-10-15/e.csv")) {
                put(client, "logs/" + path, path);
            }
            assertThat(traffic.workspaces()).extracting(WorkspaceId::value).containsExactly("ws-0", "ws-1", "ws-2");
            List<RemoteFile> files = traffic.files(OF_DAY.workspace(), DAY.minusDays(1), DAY);
            assertThat(files)
                    .extracting(RemoteFile::toString)
                    .containsExactly("ws-0/2026-10-14/a.csv", "ws-0/2026-10-15/b ü.csv", "ws-0/2026-10-15/c.csv");
            RemoteFile file = files.get(1);
            assertThat(fetch(traffic, file)).isEqualTo(file.toString());
            put(client, "logs/" + file, "another");
            assertThatThrownBy(() -> fetch(traffic, file)).isInstanceOf(ChangedFileException.class);

            RemoteFile repair = traffic.put(OF_DAY, "repair-1.csv", "id\n".getBytes(StandardCharsets.UTF_8));
            assertThat(traffic.put(OF_DAY, "repair-1.csv", "id\n".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(repair);
            assertThat(traffic.files(OF_DAY.workspace(), DAY, DAY)).contains(repair);
            assertThatThrownBy(() -> traffic.put(OF_DAY, "repair-1.csv", new byte[1]))
                    .hasMessageContaining("found another content");
            assertThat(traffic.remove(OF_DAY, "repair-1.csv")).isTrue();
            assertThat(traffic.remove(OF_DAY, "repair-1.csv")).isFalse();
        } finally {
            server.stop();
        }
    }

    private static void put(S3Client client, String key, String content) {
        client.putObject(request -> request.bucket("traffic").key(key), RequestBody.fromString(content));
    }

    private static String fetch(RemoteTraffic traffic, RemoteFile file) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        traffic.fetch(file, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
