package io.billingcenter.schema.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code archive_file}: the archive files with their digests; it only grows. */
public final class ArchiveFileTable {

    public static final Table TABLE = Table.named("archive_file");

    public static final Column<Integer> FILE_NUMBER = TABLE.number("file_number");
    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    /** The path below the archive folder. */
    public static final Column<String> PATH = TABLE.text("path");

    public static final Column<Long> WORKSPACE_DAYS = TABLE.largeNumber("workspace_days");
    /** The rows of each table in the file. */
    public static final Column<String> ROW_COUNTS = TABLE.text("row_counts");

    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<String> SHA256 = TABLE.text("sha256");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private ArchiveFileTable() {}

    /** Returns the row of a file that a run has written. */
    public static TableRow row(ArchiveFile file, long runId) {
        return TABLE.row()
                .set(FILE_NUMBER, file.number())
                .set(BILLING_MONTH, file.month())
                .set(PATH, file.path())
                .set(WORKSPACE_DAYS, file.workspaceDays())
                .set(ROW_COUNTS, file.rowCounts())
                .set(SIZE_BYTES, file.sizeBytes())
                .set(SHA256, file.sha256())
                .set(RUN_ID, runId);
    }

    /** Returns the file in the current row. */
    public static ArchiveFile archiveFile(ResultSet row) throws SQLException {
        return new ArchiveFile(
                FILE_NUMBER.get(row),
                BILLING_MONTH.get(row),
                PATH.get(row),
                WORKSPACE_DAYS.get(row),
                ROW_COUNTS.get(row),
                SIZE_BYTES.get(row),
                SHA256.get(row));
    }
}
