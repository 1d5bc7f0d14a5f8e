package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code recharge}: the recharges of accounts. */
public final class RechargeTable {

    public static final Table TABLE = Table.named("recharge");

    public static final Column<String> RECHARGE_ID = TABLE.text("recharge_id");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");

    private RechargeTable() {}

    /** Returns the row of a recharge. */
    public static TableRow row(Recharge recharge) {
        return TABLE.row()
                .set(RECHARGE_ID, recharge.id())
                .set(ACCOUNT_ID, recharge.account())
                .set(AMOUNT, recharge.amount())
                .set(POSTED_DAY, recharge.day());
    }

    /** Returns the recharge that is in the current row. */
    public static Recharge recharge(ResultSet row) throws SQLException {
        return new Recharge(RECHARGE_ID.get(row), ACCOUNT_ID.get(row), AMOUNT.get(row), POSTED_DAY.get(row));
    }
}
