package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.digest.Digests;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A file of a set while it is written. {@link #complete} forces it to the disk, reads it back and gives it its name; a file
 * that is closed without it makes the set fail.
 */
public final class SetFile extends FilterOutputStream {

    private final StagedRevision staged;
    private final String path;
    private final String schema;
    private final Consumer<SetManifest.Entry> completed;
    private final MessageDigest digest = Digests.sha256();
    private long bytes;

    SetFile(
            OutputStream stream,
            StagedRevision staged,
            String path,
            String schema,
            Consumer<SetManifest.Entry> completed) {
        super(stream);
        this.staged = staged;
        this.path = path;
        this.schema = schema;
        this.completed = completed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
        out.write(b, offset, length);
        digest.update(b, offset, length);
        bytes += length;
    }

    /**
     * Completes the file.
     *
     * @param rows number of its data rows; 1 for a document
     * @throws IOException if the disk has other content than was written
     */
    public void complete(long rows) throws IOException {
        close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Path part = staged.part(path);
        String found = sha256(part);
        if (!found.equals(sha256)) {
            throw new IOException("Expected SHA-256 " + sha256 + " in " + part + ", found " + found);
        }
        staged.keep(path);
        completed.accept(new SetManifest.Entry(path, schema, rows, bytes, sha256));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(input, Digests.sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}
