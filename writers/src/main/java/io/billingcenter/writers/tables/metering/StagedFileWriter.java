package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.RemoteFileTable;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what is known about staged files: table {@code remote_file}. */
public final class StagedFileWriter {

    private final JdbcTemplate jdbc;

    /** Writes to that database, in the transaction of the caller. */
    public StagedFileWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the files, each in place of what was stored of it before. */
    public void store(Collection<StagedFile> files) {
        List<TableRow> rows = files.stream().map(RemoteFileTable::row).toList();
        if (!rows.isEmpty()) {
            RemoteFileTable.TABLE.delete(jdbc, RemoteFileTable.KEY, rows);
            RemoteFileTable.TABLE.insert(jdbc, rows);
        }
    }

    /** Deletes what is known about the files. */
    public void forget(Collection<StagedFile> files) {
        List<TableRow> rows = files.stream().map(RemoteFileTable::row).toList();
        if (!rows.isEmpty()) {
            RemoteFileTable.TABLE.delete(jdbc, RemoteFileTable.KEY, rows);
        }
    }
}
