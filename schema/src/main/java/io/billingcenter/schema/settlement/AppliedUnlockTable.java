package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.Currency;

/** Table {@code applied_unlock}: the unlocks that have taken effect or were refused. */
public final class AppliedUnlockTable {

    public static final Table TABLE = Table.named("applied_unlock");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BillingDay> UNLOCK_DAY = TABLE.day("unlock_day");

    static {
        TABLE.digests(UNLOCK_DAY);
    }

    private AppliedUnlockTable() {}

    /** Returns the row of an unlock. */
    public static TableRow row(WalletKey wallet, BillingDay day) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(UNLOCK_DAY, day);
    }
}
