package io.billingcenter.writers.files;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The bytes of a new file, which closing it forces to the disk. */
final class ForcedOutput extends FilterOutputStream {

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

    /** Closes the file without waiting for the disk, because its content is not needed. */
    void abandon() throws IOException {
        file.close();
    }
}
