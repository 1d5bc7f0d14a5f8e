package io.billingcenter.writers.files;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that gets its name only when it is complete and on the disk; until then it is a hidden {@code .part} beside
 * it. One that is not kept leaves nothing.
 */
public final class WholeFile implements AutoCloseable {

    private final Path file;
    private final Path part;
    private final FileOutputStream bytes;
    private final Writer writer;

    /** Begins the file; its folder is made if it is not there. */
    public WholeFile(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        Path folder = this.file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        this.part = this.file.resolveSibling("." + this.file.getFileName() + ".part");
        this.bytes = new FileOutputStream(part.toFile());
        this.writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    /** Writes a whole file at once. */
    public static void write(Path file, String text) throws IOException {
        try (WholeFile whole = new WholeFile(file)) {
            whole.writer().write(text);
            whole.keep();
        }
    }

    /** Where its text goes, as UTF-8. */
    public Writer writer() {
        return writer;
    }

    /** Gives the file its name, in place of one that has it. */
    public void keep() throws IOException {
        writer.flush();
        bytes.getFD().sync();
        writer.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        Files.deleteIfExists(part);
    }
}
