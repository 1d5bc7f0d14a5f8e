package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** View {@code usage}: the usage of ratings, by meter and tier. Its rows stand in {@code rated_day} as {@link UsageText}. */
public final class UsageTable {

    public static final Table TABLE = Table.named("usage");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> RATING = TABLE.number("rating");
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");

    static {
        TABLE.digests(METER, RETENTION_DAYS, QUANTITY);
    }

    private UsageTable() {}

    /** Returns the row of usage of a rating. */
    public static TableRow row(WorkspaceDay day, int rating, Usage usage) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(RATING, rating)
                .set(METER, usage.tier().meter())
                .set(RETENTION_DAYS, usage.tier().retentionDays())
                .set(QUANTITY, usage.quantity());
    }

    /** Returns the usage in the current row. */
    public static Usage usage(ResultSet row) throws SQLException {
        return new Usage(MeterTierColumns.get(row), QUANTITY.get(row));
    }
}
