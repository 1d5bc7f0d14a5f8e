package io.billingcenter.writers.files.installation;

import io.billingcenter.writers.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@code .installation} of an output folder, which says to which database the folder belongs. */
public final class InstallationMarker {

    /** Its name. */
    public static final String FILE_NAME = ".installation";

    private InstallationMarker() {}

    /**
     * The id in the marker; empty when the folder has none.
     *
     * @throws IOException when there is one that cannot be read
     */
    public static Optional<String> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /**
     * Writes the marker, in place of one that is there.
     *
     * @throws IOException when it cannot be written; the folder is as it was then
     */
    public static void write(Path folder, String id) throws IOException {
        WholeFile.write(folder.resolve(FILE_NAME), id + "\n");
    }
}
