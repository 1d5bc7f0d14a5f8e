package io.billingcenter.writers.files.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The hidden folder in which a revision is made. A file in it is named {@code .part} until it has been checked.
 *
 * @param folder folder beside those of published revisions, so that one rename publishes it
 */
record StagedRevision(DeliveryDisk disk, Path folder) implements Closeable {

    private static final String MARKER = ".done";
    private static final String PART = ".part";

    /** Returns the path of the file while it is written. */
    Path part(String path) {
        return folder.resolve(path + PART);
    }

    OutputStream createPart(String path) throws IOException {
        Path part = part(path);
        disk.createFolder(folderOf(part));
        return disk.createFile(part);
    }

    /** Gives a checked file its name. */
    void keep(String path) throws IOException {
        disk.rename(part(path), folder.resolve(path));
    }

    /** Completes the set: nothing may be written into it afterwards. */
    void seal() throws IOException {
        disk.createFile(folder.resolve(MARKER)).close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path inside : paths.filter(Files::isDirectory).toList()) {
                disk.forceFolder(inside);
            }
        }
    }

    /** Removes the folder, unless it has been published under its own name. */
    @Override
    public void close() throws IOException {
        disk.deleteFolder(folder);
    }

    /** Returns whether the folder is a whole set. */
    static boolean isSealed(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    private static Path folderOf(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("Expected a file in a folder, found " + file);
        }
        return parent;
    }
}
