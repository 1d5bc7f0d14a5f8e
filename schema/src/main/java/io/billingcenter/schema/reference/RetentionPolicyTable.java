package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Table {@code retention_policy}: the retention that workspaces chose for their data. */
public final class RetentionPolicyTable {

    public static final Table TABLE = Table.named("retention_policy");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<RetentionData> DATA = TABLE.code("data", RetentionData::code, RetentionData::ofCode);
    /** Empty for all data of the kind. */
    public static final Column<String> SUBJECT = TABLE.text("subject");

    /** Instant from which on the policy is in force. */
    public static final Column<Instant> EFFECTIVE_AT = TABLE.text("effective_at", Instant::toString, Instant::parse);

    public static final Column<Integer> DAYS = TABLE.number("days");

    private RetentionPolicyTable() {}

    /** Returns the row of a retention policy. */
    public static TableRow row(RetentionPolicy policy) {
        return TABLE.row()
                .set(WORKSPACE_ID, policy.workspace())
                .set(DATA, policy.data())
                .set(SUBJECT, policy.subject())
                .set(EFFECTIVE_AT, policy.effectiveAt())
                .set(DAYS, policy.days());
    }

    /** Returns the retention policy that is in the current row. */
    public static RetentionPolicy retentionPolicy(ResultSet row) throws SQLException {
        return new RetentionPolicy(
                WORKSPACE_ID.get(row), DATA.get(row), SUBJECT.get(row), DAYS.get(row), EFFECTIVE_AT.get(row));
    }
}
