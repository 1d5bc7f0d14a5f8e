package io.billingcenter.writers.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files whose bytes and names survive a power failure once a call has returned. */
public final class DurableFiles {

    private DurableFiles() {}

    /**
     * Creates a file; closing the stream forces its bytes to the disk.
     *
     * @throws IOException if the file cannot be created
     */
    public static OutputStream create(Path file) throws IOException {
        return new ForcedOutput(file);
    }

    /** Forces the names in the folder to the disk, if the system supports it. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; there, names are as durable as the system makes them.
        }
    }
}
