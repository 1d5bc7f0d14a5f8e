package io.billingcenter.writers.files.archive;

import io.billingcenter.domain.archive.DetailRow;
import java.io.IOException;
import java.io.OutputStream;

/** Measures the size that rows have in an archive file, without writing one. */
public final class ArchiveSize {

    private final CountedBytes bytes = new CountedBytes(OutputStream.nullOutputStream());
    private final GzipMember member;

    /**
     * Measures no rows yet.
     *
     * @throws IOException never; the bytes go nowhere
     */
    public ArchiveSize() throws IOException {
        this.member = new GzipMember(bytes);
    }

    /** Adds a row. */
    public void add(DetailRow row) {
        member.row(row);
    }

    /**
     * Returns the number of bytes; no row may be added afterwards.
     *
     * @throws IOException never; the bytes go nowhere
     */
    public long bytes() throws IOException {
        member.finish();
        return bytes.count();
    }
}
