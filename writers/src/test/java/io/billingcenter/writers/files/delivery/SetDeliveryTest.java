package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A set of files of a month is published as a whole or not at all, and again only if its content has changed. */
class SetDeliveryTest {

    private static final DeliverySet SET = DeliverySet.parse("2026-10/documents");

    @TempDir
    private Path out;

    private JdbcTemplate jdbc;
    private SetDelivery delivery;

    @BeforeEach
    void open() throws IOException {
        jdbc = MigratedDatabase.create();
        delivery = new SetDelivery(jdbc, new DeliverySettings(out, ZoneId.of("Asia/Shanghai"), false));
    }

    @Test
    void aSetIsWrittenParsedAndNamedAlike() {
        assertThat(SET.kind()).isEqualTo(SetKind.DOCUMENTS);
        assertThat(SET).hasToString("2026-10/documents");
        assertThat(DeliverySet.isWrittenAs("2026-10")).isFalse();
        assertThatThrownBy(() -> DeliverySet.parse("2026-10/notes"))
                .hasMessageContaining("documents")
                .hasMessageContaining("found 'notes'");
    }

    @Test
    void filesAreInTheManifestAndInTheTables() throws IOException {
        SetResult result = delivery.deliver(SET, files -> {
            write(files, "b/two.pdf", "two");
            write(files, "a.csv", "one");
        });

        assertThat(result.folder()).isEqualTo(out.resolve("2026-10/documents/r1"));
        assertThat(result.isNew()).isTrue();
        assertThat(names(result.folder())).containsExactly(".done", "a.csv", "b/two.pdf", "manifest.json");
        assertThat(jdbc.query(
                        "SELECT path, row_count, size_bytes, sha256 FROM delivered_file WHERE period = ? ORDER BY path",
                        (row, n) ->
                                row.getString(1) + ' ' + row.getLong(2) + ' ' + row.getLong(3) + ' ' + row.getString(4),
                        SET.toString()))
                .containsExactly(
                        // By sha256sum of the texts.
                        "a.csv 1 3 7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
                        "b/two.pdf 1 3 3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3");
        assertThat(Files.readString(result.folder().resolve("manifest.json")))
                .contains("\"set\" : \"2026-10/documents\"", "\"supersedes\" : null", "\"path\" : \"b/two.pdf\"");
    }

    @Test
    void theSameContentIsNoNewRevisionAndOtherContentIs() {
        delivery.deliver(SET, files -> write(files, "a.csv", "one"));
        SetResult again = delivery.deliver(SET, files -> write(files, "a.csv", "one"));
        SetResult changed = delivery.deliver(SET, files -> write(files, "a.csv", "two"));

        assertThat(again.isNew()).isFalse();
        assertThat(again.revision()).isEqualTo(1);
        assertThat(changed.isNew()).isTrue();
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(out.resolve("2026-10/documents/r1/a.csv")).hasContent("one");
    }

    @Test
    void nothingRemainsOfASetThatIsRefused() throws IOException {
        assertThatThrownBy(() -> delivery.deliver(SET, files -> {
                    write(files, "a.csv", "one");
                    throw SetRefusedException.unbalanced("Expected 1, found 2");
                }))
                .isInstanceOf(SetRefusedException.class);

        assertThat(names(out.resolve("2026-10/documents"))).isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM delivery", Long.class))
                .isZero();
    }

    @Test
    void aFileThatWasNotCompletedIsNotPartOfTheSet() {
        assertThatThrownBy(() -> delivery.deliver(SET, files -> {
                    try (SetFile file = files.create("a.csv", "test/1")) {
                        file.write('x');
                    }
                }))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "/a", "a/../b", ".a", "a/.b", "a//b", "a\\b", "manifest.json", "a.part", "a/"})
    void aPathThatLeadsElsewhereIsRefused(String path) {
        assertThatThrownBy(() -> delivery.deliver(SET, files -> files.create(path, "test/1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathIsWrittenOnce() {
        assertThatThrownBy(() -> delivery.deliver(SET, files -> {
                    write(files, "a.csv", "one");
                    write(files, "a.csv", "two");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a.csv' again");
    }

    private static void write(SetFiles files, String path, String text) throws IOException {
        try (SetFile file = files.create(path, "test/1")) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
            file.complete(1);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
