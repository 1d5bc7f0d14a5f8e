package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code rated_day}: ratings of workspace-days; the last one of a workspace-day is the current one. */
public final class RatedDayTable {

    public static final Table TABLE = Table.named("rated_day");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> RATING = TABLE.number("rating");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<String> TERMS_DIGEST = TABLE.text("terms_digest");
    public static final Column<RatingOutcome> OUTCOME =
            TABLE.code("outcome", RatingOutcome::code, RatingOutcome::ofCode);
    /** The account that is charged; NULL for a rating that charges nothing. */
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    /** The way in which the account pays; NULL for a rating that charges nothing. */
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");

    public static final Column<Boolean> IS_CURRENT = TABLE.flag("is_current");
    public static final Column<Boolean> POSTED = TABLE.flag("posted");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    /** The account that is charged, or would be without the hold. */
    public static final Column<BillingAccountId> CHARGE_ACCOUNT = TABLE.account("charge_account");

    public static final Column<Currency> CHARGE_CURRENCY = TABLE.currency("charge_currency");
    /** The sum of the charges, including those that are withheld. */
    public static final Column<BigDecimal> CHARGE_AMOUNT = TABLE.decimal("charge_amount");
    /** The usage; see {@link UsageText}. */
    public static final Column<String> USAGE = TABLE.text("usage");
    /** The charges; see {@link ChargesText}. */
    public static final Column<String> CHARGES = TABLE.text("charges");

    static {
        TABLE.digests(REVISION, TERMS_DIGEST, OUTCOME, ACCOUNT_ID, SETTLEMENT);
    }

    /** The columns that name a rating. */
    public static final List<Column<?>> KEY = List.of(WORKSPACE_ID, BILLING_DAY, RATING);

    private RatedDayTable() {}

    /** Returns a row with nothing but the key of a rating. */
    public static TableRow key(WorkspaceDay day, int rating) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(RATING, rating);
    }

    /** Returns the usage of the rating in the current row. */
    public static List<Usage> usage(ResultSet row) throws SQLException {
        return UsageText.usage(USAGE.getOrNull(row));
    }

    /** Returns the charges of the rating in the current row. */
    public static List<Charge> charges(ResultSet row) throws SQLException {
        return ChargesText.charges(CHARGES.getOrNull(row));
    }

    /** Makes the current ratings of these workspace-days earlier ones. */
    public static void supersede(JdbcTemplate jdbc, Collection<WorkspaceDay> days) {
        WorkspaceDayColumns.supersede(jdbc, TABLE, days);
    }
}
