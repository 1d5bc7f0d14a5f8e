package io.billingcenter.jobs.archive;

import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.MigratedMemory;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.archive.MemoryTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The archive files of the database, in the folder of the settings. */
@Component
public class Archives {

    private final JdbcTemplate jdbc;
    private final Folders folders;

    Archives(JdbcTemplate jdbc, Folders folders) {
        this.jdbc = jdbc;
        this.folders = folders;
    }

    /** Returns the files. */
    public ArchiveFiles files() {
        return new ArchiveFiles(jdbc, folders.archive());
    }

    /** Returns the details of workspace-days, which are in the tables or in these files. The caller closes them. */
    public DayDetails details() {
        return DayDetails.inTablesAndFiles(jdbc, files(), this::memory);
    }

    /** Returns a new database in memory. The caller closes it. */
    public MemoryTables memory() {
        return MigratedMemory.create();
    }
}
