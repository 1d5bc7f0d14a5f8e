package io.billingcenter.writers.files.delivery;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
        return new ForcedOutput(file);
    }

    /** Renames a file or folder atomically; the target must not exist. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forces the names in the folder to the disk, if the system supports it. */
    void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; there, names are as safe as the system makes them.
        }
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

    private static final class ForcedOutput extends FilterOutputStream {

        private final FileOutputStream file;

        ForcedOutput(Path path) throws IOException {
            this(new FileOutputStream(path.toFile()));
        }

        private ForcedOutput(FileOutputStream file) {
            super(file);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            try (file) {
                file.getFD().sync();
            }
        }
    }
}
