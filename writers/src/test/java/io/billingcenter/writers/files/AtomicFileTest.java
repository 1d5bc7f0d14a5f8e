package io.billingcenter.writers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void appearsWhole() throws IOException {
        Path file = folder.resolve("a/b/list.csv");
        try (AtomicFile atomic = AtomicFile.createWithFolders(file)) {
            atomic.writer().write("half");
            assertThat(file).doesNotExist();
            atomic.writer().write(" and half");
            atomic.commit();
        }
        assertThat(file).content().isEqualTo("half and half");
        assertThat(file.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void aFileWithoutCommitLeavesTheExistingOne() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "old");
        try (AtomicFile atomic = AtomicFile.createWithFolders(file)) {
            atomic.writer().write("new");
        }
        assertThat(file).content().isEqualTo("old");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        AtomicFile.write(file, "new");
        assertThat(file).content().isEqualTo("new");
    }

    @Test
    void needsItsFolderUnlessFoldersAreCreated() {
        Path file = folder.resolve("missing/list.csv");
        assertThatIOException().isThrownBy(() -> AtomicFile.create(file));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailedCommitLeavesNoPart() throws IOException {
        Path file = folder.resolve("list.csv");
        // A folder with content cannot be replaced by a file.
        Files.createFile(Files.createDirectory(file).resolve("content"));
        assertThatIOException().isThrownBy(() -> AtomicFile.write(file, "new"));
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void closingAfterTheCommitRemovesNoPartOfAnother() throws IOException {
        Path file = folder.resolve("list.csv");
        Path other = folder.resolve(".list.csv.part");
        try (AtomicFile atomic = AtomicFile.create(file)) {
            atomic.writer().write("first");
            atomic.commit();
            Files.writeString(other, "of another process");
        }
        assertThat(other).exists();
        assertThat(file).content().isEqualTo("first");
    }
}
