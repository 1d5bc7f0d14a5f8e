package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code metered_day}: revisions of workspace-days; the last one of a workspace-day is the current one. */
public final class MeteredDayTable {

    public static final Table TABLE = Table.named("metered_day");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<String> CONTENT_DIGEST = TABLE.text("content_digest");
    public static final Column<String> RECORD_HASH = TABLE.text("record_hash");
    public static final Column<Boolean> IS_CURRENT = TABLE.flag("is_current");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    /** The measures; see {@link MeasuresText}. The digest of the content is made of them. */
    public static final Column<String> MEASURES = TABLE.text("measures");

    static {
        TABLE.digests(REVISION, CONTENT_DIGEST, RECORD_HASH);
    }

    private MeteredDayTable() {}

    /** Returns the row of a revision, which becomes the current one. */
    public static TableRow row(MeteredDay day, int revision, String contentDigest, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspaceDay().workspace())
                .set(BILLING_DAY, day.workspaceDay().day())
                .set(REVISION, revision)
                .set(CONTENT_DIGEST, contentDigest)
                .set(RECORD_HASH, day.recordHash())
                .set(IS_CURRENT, true)
                .set(RUN_ID, runId)
                .set(MEASURES, MeasuresText.of(day.measures(), day.largest()));
    }

    /** Returns the measures of the revision in the current row. */
    public static SortedMap<MeasureTier, BigInteger> measures(ResultSet row) throws SQLException {
        return MeasuresText.measures(MEASURES.getOrNull(row));
    }

    /** Makes the current revisions of these workspace-days earlier ones. */
    public static void supersede(JdbcTemplate jdbc, Collection<WorkspaceDay> days) {
        WorkspaceDayColumns.supersede(jdbc, TABLE, days);
    }

    /** Returns the revision in the current row of an outer join, or null if the join found none. */
    public static MeteringTask.@Nullable Revision revisionOrNull(ResultSet row) throws SQLException {
        String contentDigest = CONTENT_DIGEST.getOrNull(row);
        return contentDigest == null ? null : new MeteringTask.Revision(REVISION.get(row), contentDigest);
    }
}
