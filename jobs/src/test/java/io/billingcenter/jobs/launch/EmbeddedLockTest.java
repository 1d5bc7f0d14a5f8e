package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedLockTest {

    @TempDir
    private Path folder;

    private EmbeddedLock lock(String db) {
        return new EmbeddedLock(DatabaseAddress.of(db, folder));
    }

    @Test
    void theSecondIsToldOfTheFirst() throws IOException {
        try (EmbeddedLock first = lock("db/billing");
                EmbeddedLock second = lock("db/billing")) {
            first.acquire();
            assertThatExceptionOfType(DatabaseInUseException.class)
                    .isThrownBy(second::acquire)
                    .withMessageContaining("found another run working on it: " + folder.resolve("db/billing"));
        }
        try (EmbeddedLock third = lock("db/billing")) {
            third.acquire();
            assertThat(folder.resolve("db/billing.run")).isEmptyFile();
        }
    }

    @Test
    void databasesDoNotLockEachOther() throws IOException {
        try (EmbeddedLock first = lock("db/billing");
                EmbeddedLock second = lock("db/other")) {
            first.acquire();
            second.acquire();
        }
    }

    @Test
    void aServerAndAFolderThatCannotBeMadeAreLeftAlone() throws IOException {
        Files.createFile(folder.resolve("file"));
        try (EmbeddedLock server = lock("jdbc:postgresql://host/billing");
                EmbeddedLock below = lock("file/billing")) {
            server.acquire();
            below.acquire();
        }
        assertThat(folder.toFile().list()).containsExactly("file");
    }
}
