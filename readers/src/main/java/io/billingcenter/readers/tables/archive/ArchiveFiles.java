package io.billingcenter.readers.tables.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.RawCount;
import io.billingcenter.schema.archive.ArchiveFileTable;
import io.billingcenter.schema.archive.PurgedDayTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the archive files, and the workspace-days whose details are in them only. */
public final class ArchiveFiles {

    private final JdbcTemplate jdbc;
    private final @Nullable Path folder;

    /**
     * A workspace-day in an archive file.
     *
     * @param startByte byte of the file at which decompression begins
     */
    public record Place(WorkspaceDay workspaceDay, ArchiveFile file, long startByte) {}

    /**
     * Finds the files in a folder.
     *
     * @param folder the archive folder; null if none is set
     */
    public ArchiveFiles(JdbcTemplate jdbc, @Nullable Path folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    /** Returns the files with workspace-days whose details are nowhere else, by their numbers. */
    public List<ArchiveFile> inUse() {
        return jdbc.query(
                ArchiveFileTable.TABLE.select()
                        + " WHERE file_number IN (SELECT DISTINCT file_number FROM purged_day) ORDER BY file_number",
                (row, n) -> ArchiveFileTable.archiveFile(row));
    }

    /** Returns the files that a run has written, by their numbers. */
    public List<ArchiveFile> writtenBy(long runId) {
        return jdbc.query(
                ArchiveFileTable.TABLE.select() + " WHERE run_id = ? ORDER BY file_number",
                (row, n) -> ArchiveFileTable.archiveFile(row),
                runId);
    }

    /** Returns the number of the next file. */
    public int nextNumber() {
        Integer last = jdbc.queryForObject("SELECT MAX(file_number) FROM archive_file", Integer.class);
        return last == null ? 1 : last + 1;
    }

    /** Returns whether details of any workspace-day of these days were purged; the days must have an end. */
    public boolean havePurged(DayRange days) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM purged_day WHERE billing_day >= ? AND billing_day < ? FETCH FIRST 1 ROWS ONLY",
                        days.from().date(),
                        Objects.requireNonNull(days.to(), "an end of the days").date())
                .isEmpty();
    }

    /** Returns whether details of any workspace-day of that day were purged. */
    public boolean havePurged(BillingDay day) {
        return havePurged(new DayRange(day, day.plusDays(1)));
    }

    /** Returns the place of a workspace-day, if its details were purged. */
    public Optional<Place> find(WorkspaceDay day) {
        return places(
                        "p.workspace_id = ? AND p.billing_day = ?",
                        day.workspace().value(),
                        day.day().date())
                .stream()
                .findFirst();
    }

    /** Returns the places of the workspace-days of a day whose details were purged, by file and workspace. */
    public List<Place> of(BillingDay day) {
        return places("p.billing_day = ?", day.date());
    }

    private List<Place> places(String condition, Object... arguments) {
        return jdbc.query(
                "SELECT p.workspace_id, p.billing_day, p.start_byte, " + ArchiveFileTable.TABLE.columnList("f")
                        + " FROM purged_day p JOIN archive_file f ON f.file_number = p.file_number WHERE " + condition
                        + " ORDER BY f.file_number, p.workspace_id",
                (row, n) -> new Place(
                        new WorkspaceDay(PurgedDayTable.WORKSPACE_ID.get(row), PurgedDayTable.BILLING_DAY.get(row)),
                        ArchiveFileTable.archiveFile(row),
                        PurgedDayTable.START_BYTE.get(row)),
                arguments);
    }

    /** Returns where a file ought to be; empty if no archive folder is set. */
    public Optional<Path> pathOf(ArchiveFile file) {
        return Optional.ofNullable(folder).map(archive -> archive.resolve(file.path()));
    }

    /**
     * Returns a file that is there.
     *
     * @throws IllegalArgumentException if it is missing, or no archive folder is set
     */
    public Path require(ArchiveFile file) {
        Path path = pathOf(file)
                .orElseThrow(() -> new IllegalArgumentException("Expected the archive file " + file.path()
                        + " with details of " + file.month()
                        + ", found no archive folder; set billing.archive to the folder that has it"));
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("Expected the archive file " + path + " with details of " + file.month()
                    + ", found none; put it back, or set billing.archive to the folder that has it");
        }
        return path;
    }

    /**
     * Returns a file that is there as it was written.
     *
     * @throws IllegalArgumentException if it is missing or has changed, or no archive folder is set
     * @throws IOException if it cannot be read
     */
    public Path requireUnchanged(ArchiveFile file) throws IOException {
        Path path = require(file);
        String found = RawCount.sha256(path);
        if (!found.equals(file.sha256())) {
            throw new IllegalArgumentException("Expected the archive file " + path + " with the SHA-256 "
                    + file.sha256() + ", found " + found + "; put the file back as it was written");
        }
        return path;
    }
}
