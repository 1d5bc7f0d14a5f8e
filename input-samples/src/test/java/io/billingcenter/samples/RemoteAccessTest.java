package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.remote.object.ObjectTestServer;
import io.billingcenter.remote.sftp.SftpTestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic on another machine that is not where it is looked for, or not given; and the secrets by which it is asked for. */
class RemoteAccessTest {

    private static final String DAY = "2026-10-15";

    @TempDir
    private Path folder;

    private final Traffic traffic = new Traffic(DAY);

    @Test
    void aWrongPrefixOrHostKeyOrSecretFetchesNothing() throws Exception {
        Workplace far = place("far");
        traffic.writeFile(far, 0, traffic.records(0, 20));
        try (ObjectTestServer server = ObjectTestServer.start()) {
            assertThat(run(RemotePlace.of(server, far, "lgos"), 2, "nightly", "--day", DAY))
                    .contains("none at s3://billing/lgos/<workspace_id>/" + DAY);
            Workplace place = RemotePlace.of(server, far, "logs");
            Files.writeString(far.root().resolve("secret-key"), "sk-wrong\n");
            assertThat(run(place, 5, "nightly", "--day", DAY))
                    .contains("found status 403", "Nothing was billed")
                    .doesNotContain("sk-wrong", ObjectTestServer.SECRET_KEY);
        }
        try (SftpTestServer server = SftpTestServer.start(far.root())) {
            Path wrong = server.writeWrongKnownHosts(far.root().resolve("known_hosts"));
            assertThat(run(RemotePlace.of(server, far, wrong), 5, "nightly", "--day", DAY))
                    .contains("Server key did not validate", "known hosts")
                    .doesNotContain(SftpTestServer.PASSWORD);
            assertThat(run(
                            far.withTraffic(() -> {}, "--traffic", "sftp://finance:pw-3e9c1f@127.0.0.1/traffic"),
                            1,
                            "nightly",
                            "--day",
                            DAY))
                    .contains("found an address with a password")
                    .doesNotContain("pw-3e9c1f");
        }
        assertThat(far.root().resolve("staged/ws-0")).doesNotExist();
    }

    @Test
    void aFileThatIsNotGivenIsUnreadableAndManyEndTheRun() throws Exception {
        Workplace far = place("far");
        try (ObjectTestServer server = ObjectTestServer.start()) {
            Workplace place = RemotePlace.of(server, far, "logs");
            traffic.writeFile(far, 0, traffic.records(0, 20));
            traffic.writeFile(far, 1, traffic.records(1, 20));
            server.fail(request -> request.endsWith("ws-1/" + DAY + "/traffic.csv")
                    ? ObjectTestServer.Effect.FULL
                    : ObjectTestServer.Effect.SERVE);
            assertThat(run(place, 2, "nightly", "--day", DAY))
                    .contains("unreadable 1 (ws-1 " + DAY + ")", "ws-1/" + DAY + "/traffic.csv not fetched: ", "507");
            server.fail(ObjectTestServer.Fault.NONE);
            assertThat(run(place, 0, "nightly", "--day", DAY))
                    .contains("1 file, ")
                    .doesNotContain("unreadable");

            for (int workspace = 0; workspace < 3; workspace++) {
                file(far, workspace, "second.csv", Traffic.HEADER);
                file(far, workspace, "third.csv", Traffic.HEADER);
            }
            server.fail(request ->
                    request.endsWith("d.csv") ? ObjectTestServer.Effect.FULL : ObjectTestServer.Effect.SERVE);
            assertThat(run(place, 5, "nightly", "--day", DAY)).contains("found 6 of 6 that cannot be");
            server.fail(ObjectTestServer.Fault.NONE);
            run(place, 0, "nightly", "--day", DAY);
        }
    }

    @Test
    void noSecretIsWrittenAnywhere() throws Exception {
        Workplace far = place("far");
        traffic.writeFile(far, 0, traffic.records(0, 20));
        StringBuilder printed = new StringBuilder();
        try (ObjectTestServer server = ObjectTestServer.start();
                SftpTestServer sftp = SftpTestServer.start(far.root())) {
            printed.append(run(RemotePlace.of(server, far, "logs"), 0, "nightly", "--day", DAY));
            Path knownHosts = sftp.writeKnownHosts(far.root().resolve("known_hosts"));
            printed.append(run(RemotePlace.of(sftp, far, knownHosts), 0, "nightly", "--day", DAY));
            server.fail(request -> ObjectTestServer.Effect.FULL);
            printed.append(run(RemotePlace.of(server, far, "logs"), 5, "nightly", "--day", DAY));
        }
        assertThat(printed).doesNotContain(ObjectTestServer.SECRET_KEY, SftpTestServer.PASSWORD);
        for (String part : List.of("db", "out")) {
            Workplace.filesBelow(far.root().resolve(part))
                    .forEach((path, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                            .as(path)
                            .doesNotContain(ObjectTestServer.SECRET_KEY, SftpTestServer.PASSWORD));
        }
    }

    private void file(Workplace place, int workspace, String name, String text) throws IOException {
        Files.writeString(traffic.folder(place, workspace).resolve(name), text);
    }

    private Workplace place(String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, Databases.HSQLDB.address(root));
        traffic.writeReference(place, 3);
        return place;
    }

    private static String run(Workplace place, int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}
