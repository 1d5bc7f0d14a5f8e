package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
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

/** Table {@code day_hold}: the reasons why a rating charges nothing. */
public final class DayHoldTable {

    public static final Table TABLE = Table.named("day_hold");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> RATING = TABLE.number("rating");
    public static final Column<HoldReason> REASON = TABLE.code("reason", HoldReason.values(), HoldReason::code);
    /** Empty, but for a price that is missing. */
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");

    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    /** NULL, but for a price that is missing. */
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");

    public static final Column<String> DETAIL = TABLE.text("detail");

    static {
        TABLE.digests(REASON, METER, RETENTION_DAYS, QUANTITY, DETAIL);
    }

    private DayHoldTable() {}

    /** Returns the row of a hold of a rating. */
    public static TableRow row(WorkspaceDay day, int rating, Hold hold) {
        Usage usage = hold.usage();
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(RATING, rating)
                .set(REASON, hold.reason())
                .set(METER, usage == null ? null : usage.tier().meter())
                .set(RETENTION_DAYS, usage == null ? Meter.FLAT : usage.tier().retentionDays())
                .set(QUANTITY, usage == null ? null : usage.quantity())
                .set(DETAIL, hold.detail());
    }

    /** Returns the hold in the current row. */
    public static Hold hold(ResultSet row) throws SQLException {
        BigDecimal quantity = QUANTITY.getOrNull(row);
        Usage usage = quantity == null ? null : new Usage(MeterTierColumns.get(row), quantity);
        return new Hold(REASON.get(row), usage, DETAIL.get(row));
    }
}
