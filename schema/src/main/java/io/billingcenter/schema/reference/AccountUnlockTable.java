package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code account_unlock}: the days on which account managers unlocked accounts. */
public final class AccountUnlockTable {

    public static final Table TABLE = Table.named("account_unlock");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");

    private AccountUnlockTable() {}

    /** Returns the row of an unlock. */
    public static TableRow row(Unlock unlock) {
        return TABLE.row().set(ACCOUNT_ID, unlock.account()).set(FROM_DAY, unlock.day());
    }

    /** Returns the unlock that is in the current row. */
    public static Unlock unlock(ResultSet row) throws SQLException {
        return new Unlock(ACCOUNT_ID.get(row), FROM_DAY.get(row));
    }
}
