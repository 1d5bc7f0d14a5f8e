package io.billingcenter.writers.files;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears as a whole or not at all. Until it is committed it is a hidden {@code .part} beside its place; then
 * its bytes, its name and the names of new folders above it are forced to the disk. A file that is closed without a
 * commit leaves nothing, and an existing file of that name unchanged.
 */
public final class AtomicFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path part;
    private final List<Path> changedFolders;
    private final ForcedOutput disk;
    private final OutputStream bytes;
    private final Writer writer;
    private boolean committed;

    private AtomicFile(Path file, List<Path> changedFolders) throws IOException {
        this.file = file;
        this.part = file.resolveSibling("." + file.getFileName() + ".part");
        this.changedFolders = changedFolders;
        this.disk = new ForcedOutput(part);
        this.bytes = new BufferedOutputStream(disk, BUFFER_BYTES);
        this.writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Begins a file in an existing folder.
     *
     * @throws IOException if the folder does not exist or cannot be written
     */
    public static AtomicFile create(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return new AtomicFile(absolute, folder == null ? List.of() : List.of(folder));
    }

    /**
     * Begins a file, and creates the folders above it that do not exist.
     *
     * @throws IOException if a folder cannot be created or written
     */
    public static AtomicFile createWithFolders(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        List<Path> changed = new ArrayList<>();
        @Nullable Path folder = absolute.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            changed.add(folder);
            folder = folder.getParent();
        }
        if (folder != null) {
            // The name of the first new folder is in the one that exists.
            changed.add(folder);
        }
        if (changed.size() > 1) {
            Files.createDirectories(changed.get(0));
        }
        return new AtomicFile(absolute, List.copyOf(changed));
    }

    /**
     * Writes a whole file as UTF-8, and creates the folders above it that do not exist.
     *
     * @throws IOException if it cannot be written; then an existing file is unchanged
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a whole file, and creates the folders above it that do not exist.
     *
     * @throws IOException if it cannot be written; then an existing file is unchanged
     */
    public static void write(Path file, byte[] content) throws IOException {
        try (AtomicFile atomic = createWithFolders(file)) {
            atomic.bytes.write(content);
            atomic.commit();
        }
    }

    /** A check of the written bytes, which are on the disk under another name. */
    @FunctionalInterface
    public interface Check {

        /**
         * Reads the file back.
         *
         * @throws IOException if it is not as it was written
         */
        void check(Path written) throws IOException;
    }

    /** Returns the stream of its bytes; nothing may be written to {@link #writer()} beside it. */
    public OutputStream bytes() {
        return bytes;
    }

    /** Returns the writer of its text, as UTF-8. */
    public Writer writer() {
        return writer;
    }

    /**
     * Gives the file its name, replacing an existing file. Nothing may be written afterwards.
     *
     * @throws IOException if its bytes or its name do not reach the disk
     */
    public void commit() throws IOException {
        commit(written -> {});
    }

    /**
     * Gives the file its name, replacing an existing file, if its bytes are read back as they were written. Nothing may be
     * written afterwards.
     *
     * @throws IOException if its bytes or its name do not reach the disk, or the check fails
     */
    public void commit(Check check) throws IOException {
        writer.flush();
        bytes.flush();
        disk.close();
        check.check(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        for (Path folder : changedFolders) {
            DurableFiles.forceFolder(folder);
        }
    }

    @Override
    public void close() throws IOException {
        // A committed part has its name, and the part of that name may be that of another process by now.
        if (!committed) {
            try {
                disk.abandon();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
