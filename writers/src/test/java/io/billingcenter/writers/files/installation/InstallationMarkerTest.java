package io.billingcenter.writers.files.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationMarkerTest {

    @TempDir
    private Path out;

    @Test
    void theIdComesBackWithoutTheLineEndOfAnEditor() throws IOException {
        assertThat(InstallationMarker.read(out)).isEmpty();
        InstallationMarker.write(out, "4f7c");
        InstallationMarker.write(out, "4f7d");
        assertThat(InstallationMarker.read(out)).contains("4f7d");
        Files.writeString(out.resolve(InstallationMarker.FILE_NAME), " 4f7e\r\n");
        assertThat(InstallationMarker.read(out)).contains("4f7e");
    }

    @Test
    void aMarkerThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.createDirectory(out.resolve(InstallationMarker.FILE_NAME));
        assertThatThrownBy(() -> InstallationMarker.read(out)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileInTheWayOfTheFolderStays() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "content");
        assertThatThrownBy(() -> InstallationMarker.write(file, "4f7c")).isInstanceOf(IOException.class);
        assertThat(file).hasContent("content");
    }
}
