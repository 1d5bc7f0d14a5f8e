package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Access to the files of the traffic store. Tests put one in its place that fails as a network file system does. */
public interface FileAccess {

    /** The file system itself; nothing is tried twice. */
    FileAccess DISK = new FileAccess() {
        @Override
        public BasicFileAttributes attributes(Path path) throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class);
        }

        @Override
        public InputStream open(Path path, BasicFileAttributes attributes) throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public List<Path> children(Path folder) throws IOException {
            List<Path> children = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(children::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return children;
        }
    };

    /** The file system; a fault that may pass is tried again. */
    FileAccess RETRYING = new RetryingFileAccess(DISK, RetryingFileAccess.SLEEP);

    /**
     * The attributes of what a path leads to; links are followed.
     *
     * @throws IOException when there is nothing, or it cannot be looked at
     */
    BasicFileAttributes attributes(Path path) throws IOException;

    /**
     * Opens a file at its beginning.
     *
     * @param attributes of the file, as they were found just before
     * @throws IOException when it cannot be opened
     */
    InputStream open(Path path, BasicFileAttributes attributes) throws IOException;

    /**
     * The direct children of a folder, in no order.
     *
     * @throws IOException when the folder cannot be listed to its end
     */
    List<Path> children(Path folder) throws IOException;
}
