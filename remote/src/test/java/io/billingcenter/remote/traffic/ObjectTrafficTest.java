package io.billingcenter.remote.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.remote.object.ObjectTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTrafficTest {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final WorkspaceDay OF_DAY = new WorkspaceDay(new WorkspaceId("ws-0"), DAY);

    private final ObjectTestServer server = ObjectTestServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private ObjectTraffic open(Integer pageSize) throws IOException {
        return new ObjectTraffic(server.store("logs", folder), true, RemoteTimeouts.USUAL, pageSize);
    }

    private void store(String path, String content) {
        server.put("logs/" + path, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void listsTheFilesOfTheDaysInPages(int pageSize) throws Exception {
        List<String> expected = new ArrayList<>();
        for (int file = 0; file < 7; file++) {
            expected.add("ws-0/2026-10-14/" + file + ".csv");
            expected.add("ws-0/2026-10-15/" + file + " ü&.csv");
        }
        expected.forEach(path -> store(path, path));
        for (String path : List.of(
                "ws-0/2026-10-13/too-early.csv",
                "ws-0/2026-10-15/.hidden.csv",
                "ws-0/2026-10-15/c.csv.part",
                "ws-0/2026-10-15/folder/x.csv",
                "ws-0/2026-10-16/too-late.csv",
                "ws-0/tomorrow/d.csv",
                "ws-00/2026-10-15/other.csv",
                "ws-1/readme.txt",
                "not a workspace/2026-10-15/e.csv",
                "top.csv")) {
            store(path, path);
        }
        server.put("other/ws-2/2026-10-15/a.csv", new byte[3]);
        try (ObjectTraffic traffic = open(pageSize)) {
            assertThat(traffic.workspaces()).extracting(WorkspaceId::value).containsExactly("ws-0", "ws-00", "ws-1");
            assertThat(traffic.files(new WorkspaceId("ws-0"), DAY.minusDays(1), DAY))
                    .extracting(RemoteFile::toString)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(traffic.files(new WorkspaceId("ws-9"), DAY, DAY)).isEmpty();
        }
    }

    @Test
    void fetchesExactlyTheListedVersion() throws Exception {
        store("ws-0/2026-10-15/a.csv", "first content");
        try (ObjectTraffic traffic = open(null)) {
            RemoteFile first = only(traffic);
            assertThat(fetch(traffic, first)).isEqualTo("first content".getBytes(StandardCharsets.UTF_8));
            store("ws-0/2026-10-15/a.csv", "other content");
            RemoteFile second = only(traffic);
            assertThat(second.modified()).as("the same second").isEqualTo(first.modified());
            assertThat(second.sizeBytes()).isEqualTo(first.sizeBytes());
            assertThat(second.changed()).isNotEqualTo(first.changed());
            assertThatThrownBy(() -> fetch(traffic, first)).isInstanceOf(ChangedFileException.class);
            assertThat(fetch(traffic, second)).isEqualTo("other content".getBytes(StandardCharsets.UTF_8));
            server.objects().clear();
            assertThatThrownBy(() -> fetch(traffic, second))
                    .isInstanceOf(ChangedFileException.class)
                    .hasMessageContaining("found nothing");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aCutAnswerIsNoEndOfAFile(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = new byte[1 + random.nextInt(300_000)];
        random.nextBytes(content);
        server.put("logs/ws-0/2026-10-15/a.csv", content);
        try (ObjectTraffic traffic = open(null)) {
            RemoteFile file = only(traffic);
            int cut = random.nextInt(content.length);
            server.cutAnswers(length -> cut);
            assertThatThrownBy(() -> fetch(traffic, file))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            failure -> assertThat(failure.isTemporary()).isTrue());
            server.cutAnswers(length -> length);
            assertThat(fetch(traffic, file)).isEqualTo(content);
        }
    }

    @Test
    void aRefusedKeyIsLastingAndABusyStoreIsNot() throws Exception {
        ObjectStore wrong = server.store("logs", folder, "sk-wrong");
        try (ObjectTraffic traffic = new ObjectTraffic(wrong, true, RemoteTimeouts.USUAL)) {
            assertThatThrownBy(traffic::workspaces)
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            failure -> assertThat(failure.isTemporary()).isFalse())
                    .hasMessageNotContaining("sk-wrong");
        }
        server.fail(request -> ObjectTestServer.Effect.BUSY);
        try (ObjectTraffic traffic = open(null)) {
            assertThatThrownBy(traffic::workspaces)
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            failure -> assertThat(failure.after()).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putsAFileOnceAndRemovesIt(boolean conditionalWrites) throws Exception {
        byte[] content = "id\n".getBytes(StandardCharsets.UTF_8);
        try (ObjectTraffic traffic =
                new ObjectTraffic(server.store("logs", folder), conditionalWrites, RemoteTimeouts.USUAL)) {
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
}
