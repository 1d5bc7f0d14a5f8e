package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code alert_threshold}: the amounts from which on an alert is raised. */
public final class AlertThresholdTable {

    public static final Table TABLE = Table.named("alert_threshold");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    /** Empty for everything that the workspace consumes. */
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");

    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");

    private AlertThresholdTable() {}

    /** Returns the row of a threshold. */
    public static TableRow row(AlertThreshold threshold) {
        return TABLE.row()
                .set(WORKSPACE_ID, threshold.workspace())
                .set(METER, threshold.meter())
                .set(FROM_DAY, threshold.days().from())
                .set(TO_DAY, threshold.days().to())
                .set(AMOUNT, threshold.amount());
    }

    /** Returns the threshold that is in the current row. */
    public static AlertThreshold alertThreshold(ResultSet row) throws SQLException {
        return new AlertThreshold(
                WORKSPACE_ID.get(row),
                METER.getOrNull(row),
                AMOUNT.get(row),
                new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }
}
