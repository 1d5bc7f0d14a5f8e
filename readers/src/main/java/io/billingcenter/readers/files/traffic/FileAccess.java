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

/** Access to the files of the traffic store. Tests substitute one that fails like a network file system. */
public interface FileAccess {

    /** The file system itself, without retries. */
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

    /** The file system, with retries of transient faults. */
    FileAccess RETRYING = new RetryingFileAccess(DISK, RetryingFileAccess.SLEEP);

    /**
     * Returns the attributes of the target of a path; links are followed.
     *
     * @throws IOException if nothing is there, or it cannot be inspected
     */
    BasicFileAttributes attributes(Path path) throws IOException;

    /**
     * Opens a file at its beginning.
     *
     * @param attributes attributes of the file, obtained just before
     * @throws IOException if it cannot be opened
     */
    InputStream open(Path path, BasicFileAttributes attributes) throws IOException;

    /**
     * Returns the direct children of a folder, in no particular order.
     *
     * @throws IOException if the folder cannot be listed completely
     */
    List<Path> children(Path folder) throws IOException;
}
