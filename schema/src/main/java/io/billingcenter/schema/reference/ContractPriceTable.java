package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code contract_price}: prices that accounts have agreed, by range of days. */
public final class ContractPriceTable {

    public static final Table TABLE = Table.named("contract_price");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    /** Of one unit of the meter, in the currency of the account. */
    public static final Column<BigDecimal> PRICE = TABLE.decimal("price");

    private ContractPriceTable() {}

    /** Returns the row of a contract price. */
    public static TableRow row(ContractPrice price) {
        return TABLE.row()
                .set(ACCOUNT_ID, price.account())
                .set(METER, price.tier().meter())
                .set(RETENTION_DAYS, price.tier().retentionDays())
                .set(FROM_DAY, price.days().from())
                .set(TO_DAY, price.days().to())
                .set(PRICE, price.price());
    }

    /** Returns the contract price that is in the current row. */
    public static ContractPrice contractPrice(ResultSet row) throws SQLException {
        return new ContractPrice(
                ACCOUNT_ID.get(row),
                MeterTierColumns.get(row),
                PRICE.get(row),
                new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }
}
