package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code private_tariff}: the prices of private deployments, by range of days. */
public final class PrivateTariffTable {

    public static final Table TABLE = Table.named("private_tariff");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    public static final Column<PrivateScheme> SCHEME = TABLE.code("scheme", PrivateScheme::code, PrivateScheme::ofCode);
    /** 0 when the active ones are counted. */
    public static final Column<Integer> COLLECTORS = TABLE.number("collectors");

    public static final Column<BigDecimal> PRICE = TABLE.decimal("price");
    public static final Column<BigDecimal> MAINTENANCE = TABLE.decimal("maintenance");

    private PrivateTariffTable() {}

    /** Returns the row of a tariff. */
    public static TableRow row(PrivateTariff tariff) {
        return TABLE.row()
                .set(WORKSPACE_ID, tariff.workspace())
                .set(FROM_DAY, tariff.days().from())
                .set(TO_DAY, tariff.days().to())
                .set(SCHEME, tariff.scheme())
                .set(COLLECTORS, tariff.collectors())
                .set(PRICE, tariff.price())
                .set(MAINTENANCE, tariff.maintenance());
    }

    /** Returns the tariff that is in the current row. */
    public static PrivateTariff privateTariff(ResultSet row) throws SQLException {
        return new PrivateTariff(
                WORKSPACE_ID.get(row),
                SCHEME.get(row),
                COLLECTORS.get(row),
                PRICE.get(row),
                MAINTENANCE.get(row),
                new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }
}
