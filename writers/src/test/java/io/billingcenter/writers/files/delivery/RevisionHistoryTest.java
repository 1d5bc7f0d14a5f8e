package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.delivery.DeliveryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of a revision follows from what is on disk and what is recorded, and from nothing else. */
class RevisionHistoryTest {

    private static final String PERIOD = "2026-11-21";

    @TempDir
    private Path out;

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    /** Revisions are written {@code number:content}; a dash is none. */
    @ParameterizedTest
    @CsvSource({
        "-,           -,           a, 1",
        "1:a,         1:a,         a, 1",
        "1:a,         1:a,         b, 2",
        "1:a,         -,           a, 1",
        "-,           1:a,         a, 1",
        "1:a,         -,           b, 2",
        "-,           1:a,         b, 2",
        "1:a 2:b,     1:a,         b, 2",
        "1:a 2:b,     1:a,         a, 3",
        "1:a,         1:a 2:b,     a, 3",
        "1:a,         1:a 2:b,     b, 2",
        "1:a,         1:x,         a, 2",
        "1:x,         1:a,         a, 2",
        "2:b,         1:a,         a, 3",
        "1:a 9:b,     -,           b, 9",
        "1:a 10:b,    1:a 10:b,    c, 11"
    })
    void contentIsTheLastRevisionOrTheNextOne(String onDisk, String recorded, String content, int revision)
            throws IOException {
        for (String each : entries(onDisk)) {
            publish(numberOf(each), each.substring(each.indexOf(':') + 1));
        }
        for (String each : entries(recorded)) {
            record(manifest(numberOf(each), each.substring(each.indexOf(':') + 1)));
        }
        assertThat(history().revisionOf(content)).isEqualTo(revision);
    }

    @Test
    void theRevisionBeforeIsTheOneThatIsKnownAnywhere() throws IOException {
        publish(1, "a");
        record(manifest(3, "c"));
        RevisionHistory history = history();
        assertThat(history.before(1)).isNull();
        assertThat(history.before(2)).isEqualTo(1);
        assertThat(history.before(4)).isEqualTo(3);
        assertThat(history.next()).isEqualTo(4);
        assertThat(history.isOnDisk(1)).isTrue();
        assertThat(history.isRecorded(1)).isFalse();
        assertThat(history.isOnDisk(3)).isFalse();
        assertThat(history.isRecorded(3)).isTrue();
    }

    @Test
    void otherPeriodsDoNotCount() throws IOException {
        record(manifest("2026-11-22", 5, "a"));
        assertThat(history().revisionOf("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r0", "r01", "r-1", "r1.bak", "R1", "r", "r1x", ".r1.part", "r9999999999", "draft"})
    void folderNamesThatAreNoRevisionAreLeftOut(String name) throws IOException {
        Path folder = Files.createDirectories(out.resolve(PERIOD).resolve(name));
        Files.createFile(folder.resolve(".done"));
        assertThat(folders().revisions()).isEmpty();
    }

    @Test
    void aFolderWithoutItsMarkerIsNoRevision() throws IOException {
        Files.createDirectories(out.resolve(PERIOD).resolve("r1"));
        assertThat(folders().revisions()).isEmpty();
        publish(12, "a");
        publish(2, "a");
        assertThat(folders().revisions()).containsExactly(2, 12);
    }

    @Test
    void aRevisionAppearsWholeOrNotAtAll() throws IOException {
        RevisionFolders folders = folders();
        try (StagedRevision staged = folders.begin(1)) {
            staged.createPart("usage.csv").close();
            staged.keep("usage.csv");
            assertThat(folders.revisions()).isEmpty();
        }
        assertThat(out.resolve(PERIOD)).isEmptyDirectory();
        try (StagedRevision staged = folders.begin(1)) {
            staged.seal();
            folders.publish(staged, 1);
        }
        assertThat(folders.revisions()).containsExactly(1);
    }

    @Test
    void theRemainsOfACrashAreRemovedWhenTheNextRevisionBegins() throws IOException {
        Files.createDirectories(out.resolve(PERIOD).resolve(".r7.part/excel"));
        Path kept = Files.createDirectories(out.resolve(PERIOD).resolve("notes"));
        try (StagedRevision staged = folders().begin(1)) {
            assertThat(out.resolve(PERIOD)).isDirectoryNotContaining("glob:**/.r7.part");
            assertThat(staged.folder()).isEmptyDirectory();
        }
        assertThat(kept).exists();
    }

    @Test
    void aFolderThatIsInTheWayIsNamedAndStays() throws IOException {
        Path inTheWay = Files.createDirectories(out.resolve(PERIOD).resolve("r1"));
        RevisionFolders folders = folders();
        try (StagedRevision staged = folders.begin(1)) {
            staged.seal();
            assertThatThrownBy(() -> folders.publish(staged, 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("Expected no folder " + inTheWay, "move it away");
        }
        assertThat(inTheWay).isEmptyDirectory();
    }

    @Test
    void aManifestComesBackAsItWasWritten() throws IOException {
        Manifest manifest = manifest(2, "a");
        publish(2, "a");
        assertThat(ManifestJson.read(folders().folder(2))).isEqualTo(manifest);
        assertThat(ManifestJson.text(manifest))
                .startsWith("{\n  \"manifestVersion\"")
                .endsWith("}\n")
                .doesNotContain("\r")
                .containsSubsequence(
                        "\"period\"",
                        "\"zone\"",
                        "\"revision\"",
                        "\"supersedes\"",
                        "\"complete\"",
                        "\"inputDigest\"",
                        "\"contentDigest\"",
                        "\"files\"",
                        "\"totals\"");
    }

    @Test
    void aBrokenManifestIsReportedWithItsPath() throws IOException {
        Path folder = Files.createDirectories(out.resolve("x"));
        Path file = Files.writeString(folder.resolve("manifest.json"), "{\"period\": ");
        assertThatThrownBy(() -> ManifestJson.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Expected the manifest of a delivery in " + file + ", found ");
    }

    private static List<String> entries(String text) {
        return text.equals("-") ? List.of() : List.of(text.split(" "));
    }

    private static int numberOf(String entry) {
        return Integer.parseInt(entry.substring(0, entry.indexOf(':')));
    }

    private void publish(int revision, String content) throws IOException {
        Path folder = Files.createDirectories(folders().folder(revision));
        Files.writeString(folder.resolve("manifest.json"), ManifestJson.text(manifest(revision, content)));
        Files.createFile(folder.resolve(".done"));
    }

    private static Manifest manifest(int revision, String content) {
        return manifest(PERIOD, revision, content);
    }

    private static Manifest manifest(String period, int revision, String content) {
        @Nullable Integer supersedes = revision == 1 ? null : Integer.valueOf(revision - 1);
        Manifest.FileEntry file = new Manifest.FileEntry(
                "usage.csv",
                "usage/1",
                "machine",
                "UTF-8",
                false,
                "CRLF",
                "none",
                2,
                100,
                "sha",
                List.of(new FileContent.ControlSum("amount", "CNY", "-1.20")),
                List.of("a", ""),
                List.of("\u00E9\"", "b"));
        return new Manifest(
                Manifest.VERSION,
                period,
                "Asia/Shanghai",
                revision,
                supersedes,
                true,
                "input",
                content,
                List.of(file),
                List.of(new Manifest.Total("CNY", "-1.20", "-1.20")));
    }

    private DeliveryLog log() {
        return new DeliveryLog(jdbc);
    }

    private RevisionFolders folders() {
        return new RevisionFolders(new DeliveryDisk(), out, PERIOD);
    }

    private RevisionHistory history() throws IOException {
        return new RevisionHistory(PERIOD, folders(), log());
    }

    private void record(Manifest manifest) {
        log().record(manifest.period(), manifest.revision(), manifest.contentDigest(), manifest.fileRows());
    }
}
