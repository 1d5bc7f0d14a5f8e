package io.billingcenter.writers.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void appearsWhole() throws IOException {
        Path file = folder.resolve("a/b/list.csv");
        try (WholeFile whole = new WholeFile(file)) {
            whole.writer().write("half");
            assertThat(file).doesNotExist();
            whole.writer().write(" and half");
            whole.keep();
        }
        assertThat(file).content().isEqualTo("half and half");
        assertThat(file.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void oneThatIsNotKeptLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "old");
        try (WholeFile whole = new WholeFile(file)) {
            whole.writer().write("new");
        }
        assertThat(file).content().isEqualTo("old");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        WholeFile.write(file, "new");
        assertThat(file).content().isEqualTo("new");
    }
}
