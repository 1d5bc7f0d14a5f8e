package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code traffic_file}: the files of a reading; their totals are NULL until they were read. */
public final class TrafficFileTable {

    public static final Table TABLE = Table.named("traffic_file");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> READING = TABLE.number("reading");
    public static final Column<String> NAME = TABLE.text("name");
    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<Instant> MODIFIED = TABLE.text("modified", Instant::toString, Instant::parse);
    public static final FileTotalsColumns TOTALS = new FileTotalsColumns(TABLE, NAME);

    static {
        TABLE.digests(TOTALS.all());
    }

    private TrafficFileTable() {}

    /** Returns the row of a file that was listed and not read yet. */
    public static TableRow row(WorkspaceDay day, int reading, ListedFile listed) {
        return key(day, reading)
                .set(NAME, listed.name())
                .set(SIZE_BYTES, listed.sizeBytes())
                .set(MODIFIED, listed.modified());
    }

    /** Returns the row of a file that was read. */
    public static TableRow row(WorkspaceDay day, int reading, ListedFile listed, FileTotals totals) {
        return TOTALS.set(row(day, reading, listed), totals);
    }

    /** Returns the totals for a row that was made when the file was listed. */
    public static TableRow totals(WorkspaceDay day, int reading, FileTotals totals) {
        return TOTALS.set(key(day, reading), totals);
    }

    /** Stores the totals in rows that were made when the files were listed. */
    public static void updateTotals(JdbcTemplate jdbc, List<TableRow> totals) {
        TABLE.update(jdbc, TOTALS.counts(), List.of(WORKSPACE_ID, BILLING_DAY, READING, NAME), totals);
    }

    /** Returns a row with nothing but the key of a reading. */
    private static TableRow key(WorkspaceDay day, int reading) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(READING, reading);
    }

    /** Returns the file in the current row as it was listed. */
    public static ListedFile listed(ResultSet row) throws SQLException {
        return new ListedFile(NAME.get(row), SIZE_BYTES.get(row), MODIFIED.get(row));
    }
}
