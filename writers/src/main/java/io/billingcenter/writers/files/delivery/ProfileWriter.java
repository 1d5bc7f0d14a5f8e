package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one delivered file in one profile: {@code usage.csv}, and {@code usage-2.csv} and so on if a file may not hold
 * all rows. There is always a first file, even if it has only a header, so that an empty result differs from a missing
 * one.
 */
final class ProfileWriter implements Closeable {

    private final StagedRevision staged;
    private final DeliveredFile file;
    private final Profile profile;
    private final long rowsPerFile;
    private final List<Manifest.FileEntry> written = new ArrayList<>();
    private CsvFile csv;
    private long rows;

    /** Begins the first file. */
    ProfileWriter(StagedRevision staged, DeliveredFile file, Profile profile, long rowsPerFile) throws IOException {
        this.staged = staged;
        this.file = file;
        this.profile = profile;
        this.rowsPerFile = rowsPerFile;
        this.csv = new CsvFile(file, profile, staged.createPart(path()));
    }

    void row(List<@Nullable Object> values) throws IOException {
        if (rows == rowsPerFile) {
            keepChecked();
            csv = new CsvFile(file, profile, staged.createPart(path()));
            rows = 0;
        }
        csv.row(values);
        rows++;
    }

    /** Completes the last file and returns the entries of all files. */
    List<Manifest.FileEntry> finish() throws IOException {
        keepChecked();
        return List.copyOf(written);
    }

    /** Closes the current file, complete or not. */
    @Override
    public void close() throws IOException {
        csv.close();
    }

    private void keepChecked() throws IOException {
        String path = path();
        FileContent sent = csv.finish();
        FileContent found = ReadBack.content(staged.part(path), file, profile);
        if (!sent.equals(found)) {
            throw new IOException("Expected " + sent + " in " + staged.part(path) + ", found " + found);
        }
        staged.keep(path);
        written.add(Manifest.FileEntry.of(path, file, profile, sent));
    }

    private String path() {
        String suffix = written.isEmpty() ? "" : "-" + (written.size() + 1);
        return profile.folder() + file.fileName() + suffix + ".csv";
    }
}
