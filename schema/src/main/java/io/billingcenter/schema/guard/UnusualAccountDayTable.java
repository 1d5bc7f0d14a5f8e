package io.billingcenter.schema.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.List;

/** Table {@code unusual_account_day}: account-days that are held as unusual; those that are not any more stay until they are rated again. */
public final class UnusualAccountDayTable {

    public static final Table TABLE = Table.named("unusual_account_day");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> CURRENCY = TABLE.text("currency");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<String> FINGERPRINT = TABLE.text("fingerprint");
    public static final Column<String> DETAIL = TABLE.text("detail");
    public static final Column<Boolean> HELD = TABLE.flag("held");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, CURRENCY, BILLING_DAY);

    private UnusualAccountDayTable() {}

    /** Returns a row that names an account-day that is not held any more. */
    public static TableRow released(AccountDay day) {
        return TABLE.row()
                .set(ACCOUNT_ID, day.account())
                .set(BILLING_DAY, day.day())
                .set(CURRENCY, day.currency())
                .set(HELD, false);
    }

    /** Returns the row of an account-day that a run holds. */
    public static TableRow row(UnusualDay day, long runId) {
        return TABLE.row()
                .set(ACCOUNT_ID, day.key().account())
                .set(BILLING_DAY, day.key().day())
                .set(CURRENCY, day.key().currency())
                .set(AMOUNT, day.amount())
                .set(FINGERPRINT, day.stop().fingerprint())
                .set(DETAIL, day.detail())
                .set(HELD, true)
                .set(RUN_ID, runId);
    }
}
