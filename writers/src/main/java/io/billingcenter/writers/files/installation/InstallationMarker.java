package io.billingcenter.writers.files.installation;

import io.billingcenter.writers.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@code .installation} of an output folder, which names the database that the folder belongs to. */
public final class InstallationMarker {

    /** The name of the file. */
    public static final String FILE_NAME = ".installation";

    private InstallationMarker() {}

    /**
     * Returns the id in the marker; empty if the folder has none.
     *
     * @throws IOException if there is a marker that cannot be read
     */
    public static Optional<String> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /**
     * Writes the marker, replacing an existing one.
     *
     * @throws IOException if it cannot be written; then the folder is unchanged
     */
    public static void write(Path folder, String id) throws IOException {
        AtomicFile.write(folder.resolve(FILE_NAME), id + "\n");
    }
}
