package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code workspace}: the workspaces that are metered. */
public final class WorkspaceTable {

    public static final Table TABLE = Table.named("workspace");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<String> NAME = TABLE.text("name");
    public static final Column<String> SITE = TABLE.text("site");
    public static final Column<String> CONSOLE_ACCOUNT = TABLE.text("console_account");
    public static final Column<StorageType> STORAGE_TYPE =
            TABLE.code("storage_type", StorageType::code, StorageType::ofCode);
    public static final Column<Channel> CHANNEL = TABLE.code("channel", Channel::code, Channel::ofCode);
    public static final Column<BillingDay> CREATED = TABLE.day("created");

    private WorkspaceTable() {}

    /** Returns the row of a workspace. */
    public static TableRow row(Workspace workspace) {
        return TABLE.row()
                .set(WORKSPACE_ID, workspace.id())
                .set(NAME, workspace.name())
                .set(SITE, workspace.site())
                .set(CONSOLE_ACCOUNT, workspace.consoleAccount())
                .set(STORAGE_TYPE, workspace.storage())
                .set(CHANNEL, workspace.channel())
                .set(CREATED, workspace.created());
    }

    /** Returns the workspace that is in the current row. */
    public static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(
                WORKSPACE_ID.get(row),
                NAME.get(row),
                SITE.get(row),
                CONSOLE_ACCOUNT.get(row),
                STORAGE_TYPE.get(row),
                CHANNEL.get(row),
                CREATED.get(row));
    }
}
