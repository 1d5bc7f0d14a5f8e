package io.billingcenter.writers.files.quarantine;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all: written beside its place, forced to the disk, then renamed. */
public final class NewFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final Path draft;
    private final FileOutputStream file;
    private final OutputStream out;
    private boolean complete;

    /** Begins a file for that path; its folder must be there. */
    public NewFile(Path path) throws IOException {
        this.path = path;
        this.draft = path.resolveSibling("." + path.getFileName() + ".part");
        this.file = new FileOutputStream(draft.toFile());
        this.out = new BufferedOutputStream(file, BUFFER_BYTES);
    }

    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Gives the file its name, in place of one that was there. */
    public void finish() throws IOException {
        out.flush();
        file.getFD().sync();
        out.close();
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            force(folder);
        }
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            file.close();
            Files.deleteIfExists(draft);
        }
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; there, names are as safe as the system makes them.
        }
    }
}
