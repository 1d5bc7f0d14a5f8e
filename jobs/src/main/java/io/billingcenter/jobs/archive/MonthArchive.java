package io.billingcenter.jobs.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.readers.tables.archive.DetailRows;
import io.billingcenter.writers.files.archive.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** An archive file of a month that was just written, with its place. */
record MonthArchive(ArchiveFile file, Path path, ToLongFunction<WorkspaceDay> startBytes) {

    /** The number of workspaces whose rows are read together; some databases keep all of them in memory. */
    private static final int WORKSPACES = 200;

    /**
     * Writes all details of a month that are in the tables; reads them in the caller's transaction.
     *
     * @param folder the archive folder
     * @throws IOException if the file cannot be written
     */
    static MonthArchive write(JdbcTemplate jdbc, BillingMonth month, int number, Path folder) throws IOException {
        String name = ArchiveFile.pathOf(month, number);
        Path path = folder.resolve(name);
        DetailRows rows = new DetailRows(jdbc);
        try (ArchiveWriter writer = new ArchiveWriter(path, month, rows.columns())) {
            List<String> workspaces = rows.workspaces(month);
            for (int from = 0; from < workspaces.size(); from += WORKSPACES) {
                int last = Math.min(from + WORKSPACES, workspaces.size()) - 1;
                rows.each(month, workspaces.get(from), workspaces.get(last), writer::row);
            }
            return new MonthArchive(writer.commit(number, month, name), path, writer::startByte);
        }
    }

    /**
     * Reads the file from its beginning.
     *
     * @throws IOException if it cannot be read
     */
    ArchiveReader read() throws IOException {
        return ArchiveReader.open(path);
    }
}
