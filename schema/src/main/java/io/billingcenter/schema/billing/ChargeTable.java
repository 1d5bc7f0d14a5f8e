package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** View {@code charge}: the charges of ratings, by meter and tier. Its rows stand in {@code rated_day} as {@link ChargesText}. */
public final class ChargeTable {

    public static final Table TABLE = Table.named("charge");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> RATING = TABLE.number("rating");
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    /** NULL where a contract prices an item that the list does not offer. */
    public static final Column<BigDecimal> LIST_PRICE = TABLE.decimal("list_price");

    public static final Column<BigDecimal> UNIT_PRICE = TABLE.decimal("unit_price");
    public static final Column<BillingDay> PRICE_VERSION = TABLE.day("price_version");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BigDecimal> EXACT_AMOUNT = TABLE.decimal("exact_amount");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");

    static {
        TABLE.digests(
                METER, RETENTION_DAYS, QUANTITY, LIST_PRICE, UNIT_PRICE, PRICE_VERSION, CURRENCY, EXACT_AMOUNT, AMOUNT);
    }

    private ChargeTable() {}

    /** Returns the row of a charge of a rating. */
    public static TableRow row(WorkspaceDay day, int rating, Charge charge) {
        return row(day, rating, charge, charge.amount().amount());
    }

    /** Returns the row of a charge of a rating that was stored with that amount. */
    public static TableRow row(WorkspaceDay day, int rating, Charge charge, BigDecimal amount) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(RATING, rating)
                .set(METER, charge.tier().meter())
                .set(RETENTION_DAYS, charge.tier().retentionDays())
                .set(QUANTITY, charge.quantity())
                .set(LIST_PRICE, charge.listPrice())
                .set(UNIT_PRICE, charge.unitPrice())
                .set(PRICE_VERSION, charge.priceVersion())
                .set(CURRENCY, charge.exact().currency())
                .set(EXACT_AMOUNT, charge.exact().value())
                .set(AMOUNT, amount);
    }

    /** Returns the charge in the current row. */
    public static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                MeterTierColumns.get(row),
                QUANTITY.get(row),
                LIST_PRICE.getOrNull(row),
                UNIT_PRICE.get(row),
                PRICE_VERSION.getOrNull(row),
                new ExactAmount(CURRENCY.get(row), EXACT_AMOUNT.get(row)));
    }
}
