package io.billingcenter.writers.files.delivery;

import io.billingcenter.writers.files.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The changes that a delivery makes on disk, one method for each, so that tests can make any of them fail. */
class DeliveryDisk {

    /** Creates the folder and its parents. */
    void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Creates a file; closing the stream forces its bytes to the disk. */
    OutputStream createFile(Path file) throws IOException {
        return DurableFiles.create(file);
    }

    /** Renames a file or folder atomically; the target must not exist. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forces the names in the folder to the disk, if the system supports it. */
    void forceFolder(Path folder) throws IOException {
        DurableFiles.forceFolder(folder);
    }

    /** Removes the folder with its content, if it exists. */
    void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> insideFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            insideFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : insideFirst) {
            Files.delete(path);
        }
    }
}
