package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Table {@code remote_file}: files that were fetched from a remote traffic store. */
public final class RemoteFileTable {

    public static final Table TABLE = Table.named("remote_file");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> NAME = TABLE.text("name");
    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<Instant> REMOTE_MODIFIED =
            TABLE.text("remote_modified", Instant::toString, Instant::parse);
    public static final Column<String> REMOTE_VERSION = TABLE.text("remote_version");
    public static final Column<Boolean> LISTED = TABLE.flag("listed");
    public static final Column<Boolean> FETCHED = TABLE.flag("fetched");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(WORKSPACE_ID, BILLING_DAY, NAME);

    private RemoteFileTable() {}

    /** Returns the row of a file. */
    public static TableRow row(StagedFile staged) {
        RemoteFile file = staged.file();
        return TABLE.row()
                .set(WORKSPACE_ID, file.workspaceDay().workspace())
                .set(BILLING_DAY, file.workspaceDay().day())
                .set(NAME, file.name())
                .set(SIZE_BYTES, file.sizeBytes())
                .set(REMOTE_MODIFIED, file.modified())
                .set(REMOTE_VERSION, file.version())
                .set(LISTED, staged.listed())
                .set(FETCHED, staged.fetched());
    }

    /** Returns the file in the current row. */
    public static StagedFile staged(ResultSet row) throws SQLException {
        WorkspaceDay day = new WorkspaceDay(WORKSPACE_ID.get(row), BILLING_DAY.get(row));
        RemoteFile file = new RemoteFile(
                day, NAME.get(row), SIZE_BYTES.get(row), REMOTE_MODIFIED.get(row), REMOTE_VERSION.get(row));
        return new StagedFile(file, LISTED.get(row), FETCHED.get(row));
    }
}
