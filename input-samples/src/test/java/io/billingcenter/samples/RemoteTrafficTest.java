package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.remote.object.ObjectTestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Traffic on another machine under everything that happens to it there, compared with the same files in a folder: replaced and
 * gone files, files that are still written, a wrong address, cut connections, and copies that were removed.
 */
class RemoteTrafficTest {

    private static final String DAY = "2026-10-15";
    private static final String NEXT_DAY = "2026-10-16";
    private static final int RECORDS = 60;

    @TempDir
    private Path folder;

    private final Traffic traffic = new Traffic(DAY);

    @Test
    void replacedAndGoneFilesCountAsInAFolder() throws Exception {
        replacedAndGoneFilesCount(RemotePlace.Kind.S3);
    }

    @Test
    @Tag("long")
    void replacedAndGoneFilesOfAServerCountAsInAFolder() throws Exception {
        replacedAndGoneFilesCount(RemotePlace.Kind.SFTP);
    }

    private void replacedAndGoneFilesCount(RemotePlace.Kind kind) throws Exception {
        Workplace local = place("local");
        Workplace far = place("far");
        try (RemotePlace.Store store = RemotePlace.start(kind, far)) {
            for (Workplace place : List.of(local, far)) {
                traffic.writeFile(place, 0, traffic.records(0, RECORDS));
                traffic.writeFile(place, 1, traffic.records(1, RECORDS));
                file(
                        place,
                        0,
                        "second.csv",
                        Traffic.HEADER
                                + traffic.records(2, 9)
                                        .get(8)
                                        .replace("ws-2", "ws-0")
                                        .replace("r8,", "x8,"));
            }
            same(0, local, store.place(), "nightly", "--day", DAY);

            for (Workplace place : List.of(local, far)) {
                Path file = traffic.folder(place, 1).resolve("traffic.csv");
                String text = Files.readString(file);
                Files.writeString(file, text.substring(0, text.length() - 2) + "7\n");
                // A server of this protocol shows whole seconds only.
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-17T00:00:00Z")));
            }
            same(0, local, store.place(), "nightly", "--day", NEXT_DAY);
            assertThat(local.out().resolve(NEXT_DAY)).isNotEmptyDirectory();

            for (Workplace place : List.of(local, far)) {
                Files.delete(traffic.folder(place, 0).resolve("second.csv"));
            }
            String vanished = same(2, local, store.place(), "nightly", "--day", "2026-10-17");
            assertThat(vanished).contains("vanished 1 (ws-0 " + DAY + "): ws-0/" + DAY + "/second.csv");
            assertThat(far.root().resolve("staged.gone/ws-0/" + DAY + "/second.csv"))
                    .exists();
            for (Workplace place : List.of(local, far)) {
                file(
                        place,
                        0,
                        "second.csv",
                        Traffic.HEADER
                                + traffic.records(2, 9)
                                        .get(8)
                                        .replace("ws-2", "ws-0")
                                        .replace("r8,", "x8,"));
            }
            same(0, local, store.place(), "nightly", "--day", "2026-10-18");
            same(0, local, store.place(), "reconcile", "--day", DAY);

            Files.delete(traffic.folder(local, 1).resolve("traffic.csv"));
            Files.delete(traffic.folder(local, 1));
            Files.delete(traffic.folder(far, 1).resolve("traffic.csv"));
            Files.delete(traffic.folder(far, 1));
            same(0, local, store.place(), "nightly", "--day", "2026-10-19");
            assertThat(far.root().resolve("staged/ws-1/" + DAY + "/traffic.csv"))
                    .as("the copy of an archived day")
                    .exists();
        }
    }

    @Test
    void anotherContentOfTheSameSizeAndSecondIsSeen() throws Exception {
        Workplace far = place("far");
        try (ObjectTestServer server = ObjectTestServer.start()) {
            Workplace place = RemotePlace.of(server, far, "logs");
            traffic.writeFile(far, 0, traffic.records(0, RECORDS));
            run(place, 0, "nightly", "--day", DAY);
            Path file = traffic.folder(far, 0).resolve("traffic.csv");
            String text = Files.readString(file);
            Files.writeString(file, text.replaceFirst("r5,(.*),\\d(\\d*)\n", "r5,$1,9$2\n"));
            assertThat(Files.size(file)).isEqualTo(text.length());
            assertThat(Files.readString(file)).isNotEqualTo(text);
            assertThat(run(place, 0, "nightly", "--day", DAY)).contains("1 file, " + text.length() + " bytes from");
            assertThat(Files.readString(far.root().resolve("staged/ws-0/" + DAY + "/traffic.csv")))
                    .isEqualTo(Files.readString(file));
            assertThat(run(place, 0, "nightly", "--day", DAY)).contains("0 files, 0 bytes from");
        }
    }

    /** A server of SFTP shows neither a version nor a fraction of a second. */
    @Test
    void aRerunFetchesWhatNothingShows() throws Exception {
        Workplace far = place("far");
        try (RemotePlace.Store store = RemotePlace.start(RemotePlace.Kind.SFTP, far)) {
            traffic.writeFile(far, 0, traffic.records(0, RECORDS));
            run(store.place(), 0, "nightly", "--day", DAY);
            Path file = traffic.folder(far, 0).resolve("traffic.csv");
            FileTime changed = Files.getLastModifiedTime(file);
            String text = Files.readString(file);
            Files.writeString(file, text.replaceFirst("r5,(.*),\\d(\\d*)\n", "r5,$1,9$2\n"));
            Files.setLastModifiedTime(file, changed);
            assertThat(run(store.place(), 0, "nightly", "--day", DAY)).contains("0 files, 0 bytes from");
            assertThat(run(store.place(), 0, "rerun", "--day", DAY)).contains("1 file, ");
            assertThat(Files.readString(far.root().resolve("staged/ws-0/" + DAY + "/traffic.csv")))
                    .isEqualTo(Files.readString(file))
                    .isNotEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource(RemotePlace.Kind.class)
    void aListingThatLostItsDaysStopsTheNight(RemotePlace.Kind kind) throws Exception {
        Workplace far = place("far");
        try (RemotePlace.Store store = RemotePlace.start(kind, far)) {
            for (int day = 10; day <= 15; day++) {
                Traffic of = new Traffic("2026-10-" + day);
                of.writeFile(far, 0, of.records(0, 20));
            }
            run(store.place(), 0, "nightly", "--day", DAY);
            Map<String, byte[]> delivered = far.delivered();
            Map<String, byte[]> staged = Workplace.filesBelow(far.root().resolve(RemotePlace.STAGED));
            Files.move(far.traffic(), far.root().resolve("unmounted"));
            Files.createDirectories(far.traffic());
            String stop = run(store.place(), 4, "nightly", "--day", NEXT_DAY);
            assertThat(stop).contains("store_shrunk", "found that 6 are no longer listed", "nothing was fetched");
            assertThat(Workplace.filesBelow(far.root().resolve(RemotePlace.STAGED))
                            .keySet())
                    .isEqualTo(staged.keySet());
            assertThat(far.delivered().keySet()).isEqualTo(delivered.keySet());

            Files.delete(far.traffic());
            Files.move(far.root().resolve("unmounted"), far.traffic());
            Traffic next = new Traffic(NEXT_DAY);
            next.writeFile(far, 0, next.records(0, 20));
            run(store.place(), 0, "nightly", "--day", NEXT_DAY);
        }
    }

    @Test
    void filesThatAreStillWrittenWaitForTheNextRun() throws Exception {
        Workplace far = place("far");
        try (RemotePlace.Store store = RemotePlace.start(RemotePlace.Kind.SFTP, far)) {
            Clock clock = Clock.fixed(Instant.parse("2027-02-01T00:00:00Z"), ZoneOffset.UTC);
            traffic.writeFile(far, 0, traffic.records(0, 20));
            file(far, 0, ".hidden.csv", "x");
            file(far, 0, "upload.csv.part", "x");
            young(file(far, 0, "young.csv", Traffic.HEADER));
            young(file(far, 1, "young.csv", Traffic.HEADER));
            Path listed = young(file(far, 1, "listed.csv", Traffic.HEADER));
            young(file(
                    far,
                    1,
                    "MANIFEST.json",
                    "{\"files\":[{\"name\":\"listed.csv\",\"records\":0,\"bytes\":" + Files.size(listed) + "}]}"));
            Workplace.Answer answer = store.place().billing(clock, "nightly", "--day", DAY);
            assertThat(answer.status()).as(answer.text()).isZero();
            assertThat(answer.text()).contains("2 still being written, like ws-0/" + DAY + "/young.csv");
            assertThat(staged(far))
                    .containsExactly(
                            "ws-0/" + DAY + "/traffic.csv",
                            "ws-1/" + DAY + "/MANIFEST.json",
                            "ws-1/" + DAY + "/listed.csv");
            Files.delete(traffic.folder(far, 1).resolve("young.csv"));
            run(store.place(), 0, "nightly", "--day", DAY, "--set", "billing.staging.quiet-seconds=0");
            assertThat(staged(far)).contains("ws-0/" + DAY + "/young.csv").doesNotContain("ws-1/" + DAY + "/young.csv");
        }
    }

    private static Path young(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2027-01-31T23:59:30Z")));
    }

    /** A cut copy is begun anew; when every attempt is cut, the run ends, and nothing looks like a damaged file. */
    @Test
    void cutConnectionsNeverLookLikeCutFiles() throws Exception {
        Workplace local = place("local");
        Workplace far = place("far");
        for (Workplace place : List.of(local, far)) {
            for (int workspace = 0; workspace < 2; workspace++) {
                traffic.writeFile(place, workspace, traffic.records(workspace, RECORDS));
            }
        }
        try (ObjectTestServer server = ObjectTestServer.start()) {
            Workplace place = RemotePlace.of(server, far, "logs");
            server.fail(request -> {
                server.cutAnswers(length -> request.endsWith(".csv") ? length / 3 : length);
                return ObjectTestServer.Effect.SERVE;
            });
            assertThat(run(place, 5, "nightly", "--day", DAY)).contains("Nothing was billed");
            assertThat(staged(far)).isEmpty();

            Random random = new Random(20261015);
            server.cutAnswers(length -> length);
            server.fail(request -> {
                boolean cut = request.endsWith(".csv") && random.nextInt(3) == 0;
                server.cutAnswers(length -> cut ? random.nextInt(length) : length);
                return ObjectTestServer.Effect.SERVE;
            });
            same(0, local, place, "nightly", "--day", DAY);
            assertThat(run(place, 0, "quarantine", "list", "--day", DAY)).contains("is in quarantine");
        }
    }

    @Test
    void removedCopiesAreFetchedAgainWhenTheyAreNeeded() throws Exception {
        removedCopiesAreFetchedAgain(RemotePlace.Kind.S3);
    }

    @Test
    @Tag("long")
    void removedCopiesAreFetchedAgainFromAServer() throws Exception {
        removedCopiesAreFetchedAgain(RemotePlace.Kind.SFTP);
    }

    private void removedCopiesAreFetchedAgain(RemotePlace.Kind kind) throws Exception {
        Workplace local = place("local");
        Workplace far = place("far");
        String keep = "billing.staging.keep-days=1";
        try (RemotePlace.Store store = RemotePlace.start(kind, far)) {
            for (Workplace place : List.of(local, far)) {
                traffic.writeFile(place, 0, traffic.records(0, RECORDS));
                Traffic later = new Traffic("2026-10-17");
                later.writeFile(place, 0, later.records(0, RECORDS));
            }
            same(0, local, store.place(), "nightly", "--day", DAY);
            run(local, 0, "nightly", "--day", "2026-10-17");
            assertThat(run(store.place(), 0, "nightly", "--day", "2026-10-17", "--set", keep))
                    .contains("copies of 1 workspace-days removed after 1 days");
            Path copy = far.root().resolve("staged/ws-0/" + DAY);
            assertThat(copy).doesNotExist();
            String explained = run(local, 0, "explain", "--records", "ws-0/" + DAY);
            assertThat(run(store.place(), 0, "explain", "--records", "ws-0/" + DAY))
                    .isEqualTo(explained);
            assertThat(copy).doesNotExist();
            assertThat(run(store.place(), 0, "nightly", "--day", "2026-10-17", "--set", keep))
                    .contains("0 files, 0 bytes");
            same(0, local, store.place(), "reconcile", "--day", DAY);
            assertThat(copy).exists();
            run(store.place(), 0, "nightly", "--day", "2026-10-17", "--set", keep);
            assertThat(copy).doesNotExist();

            for (Workplace place : List.of(local, far)) {
                file(
                        place,
                        0,
                        "late.csv",
                        Traffic.HEADER
                                + traffic.records(2, 9)
                                        .get(8)
                                        .replace("ws-2", "ws-0")
                                        .replace("r8,", "x8,"));
            }
            same(0, local, store.place(), "nightly", "--day", "2026-10-18", "--set", keep);
            same(0, local, store.place(), "rerun", "--day", DAY);

            run(store.place(), 0, "nightly", "--day", "2026-10-19", "--set", keep);
            assertThat(copy).doesNotExist();
            file(far, 0, "late.csv", Traffic.HEADER);
            assertThat(run(store.place(), 5, "explain", "--records", "ws-0/" + DAY))
                    .contains("Expected the listed version of", "late.csv");
        }
    }

    @Test
    void repairsAreFoundByOtherMachinesUntilTheyAreWithdrawn() throws Exception {
        Workplace far = place("far");
        Workplace other = place("other");
        List<String> records = traffic.records(0, 20);
        String good = records.get(4).strip();
        records.set(4, records.get(4).replaceFirst(DAY + "T", DAY + " "));
        traffic.writeFile(far, 0, records);
        traffic.writeFile(other, 0, records);
        try (ObjectTestServer server = ObjectTestServer.start()) {
            Workplace place = RemotePlace.of(server, far, "logs");
            run(place, 0, "nightly", "--day", DAY);
            Path sheet = folder.resolve("mended.csv");
            run(place, 0, "quarantine", "export", "--day", DAY, "--to", sheet.toString());
            RepairTest.mend(sheet, (line, cells) -> RepairTest.setFields(cells, good));
            run(place, 0, "quarantine", "replay", "--from", sheet.toString());
            run(place, 0, "quarantine", "replay", "--from", sheet.toString());
            String key = server.objects().keySet().stream()
                    .filter(found -> found.contains("/repair-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(run(place, 0, "nightly", "--day", DAY)).contains("0 files, 0 bytes from");
            Map<String, byte[]> repaired = far.delivered();

            run(RemotePlace.of(server, other, "logs"), 0, "nightly", "--day", DAY);
            assertThat(withoutRevision(other.delivered().get(DAY + "/r1/usage.csv")))
                    .isEqualTo(withoutRevision(repaired.get(DAY + "/r2/usage.csv")));

            run(place, 0, "quarantine", "withdraw", "--file", key.substring(key.lastIndexOf('/') + 1));
            assertThat(server.objects()).doesNotContainKey(key);
            assertThat(run(place, 0, "nightly", "--day", DAY)).contains("0 files, 0 bytes from");
            assertThat(staged(far)).containsExactly("ws-0/" + DAY + "/traffic.csv");
            run(place, 0, "verify");
        }
    }

    private static List<String> withoutRevision(byte[] usage) {
        return new String(usage, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    private static List<String> staged(Workplace place) throws IOException {
        return List.copyOf(
                Workplace.filesBelow(place.root().resolve(RemotePlace.STAGED)).keySet());
    }

    /** Runs the same command in both places and compares all delivered files; the answer is that of the second. */
    private static String same(int status, Workplace local, Workplace far, String... command) throws IOException {
        run(local, status, command);
        String text = run(far, status, command);
        Map<String, byte[]> expected = local.delivered();
        Map<String, byte[]> found = far.delivered();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, content) -> assertThat(new String(found.get(path), StandardCharsets.UTF_8))
                .as(path)
                .isEqualTo(new String(content, StandardCharsets.UTF_8)));
        return text;
    }

    private Path file(Workplace place, int workspace, String name, String text) throws IOException {
        return Files.writeString(traffic.folder(place, workspace).resolve(name), text);
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
