package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopyTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeDatabase() throws IOException {
        Files.writeString(folder.resolve("billing.script"), "x".repeat(60));
        Files.writeString(folder.resolve("billing.data"), "y".repeat(40));
        Files.writeString(folder.resolve("billing.run"), "");
        Files.writeString(folder.resolve("billing2.script"), "of another one");
    }

    @Test
    void roomIsNeededForTheCopyAndTheUpgrade() {
        assertThatNoException().isThrownBy(() -> withFree(200).requireRoom());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withFree(199).requireRoom())
                .withMessageContainingAll("199 bytes free of the 200", "nothing was changed");
    }

    @Test
    void everyFileOfTheDatabaseIsCopiedAndAnEarlierCopyStays() throws IOException {
        Files.createDirectories(folder.resolve("billing.before-21.part"));
        Files.writeString(folder.resolve("billing.before-21.part/billing.log"), "left by a copy that was cut off");
        Path copy = withFree(0).make("before-21");
        assertThat(copy).isEqualTo(folder.resolve("billing.before-21"));
        assertThat(names(copy)).containsExactly("billing.data", "billing.script");
        assertThat(copy.resolve("billing.data")).hasSameBinaryContentAs(folder.resolve("billing.data"));
        assertThat(withFree(0).make("before-21")).isEqualTo(folder.resolve("billing.before-21-2"));
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aCopyThatCannotBeWrittenLeavesNothing() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseCopy(folder.resolve("missing/billing"), path -> 0L).make("before-21"))
                .withMessageContaining("nothing was changed");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    private DatabaseCopy withFree(long bytes) {
        return new DatabaseCopy(folder.resolve("billing"), path -> bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
