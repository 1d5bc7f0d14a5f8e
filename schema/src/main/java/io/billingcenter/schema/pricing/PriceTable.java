package io.billingcenter.schema.pricing;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Table {@code price}: the prices of the versions of the price book. */
public final class PriceTable {

    public static final Table TABLE = Table.named("price");

    public static final Column<BillingDay> VERSION = TABLE.day("version");
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<SiteGroup> SITE_GROUP = TABLE.code("site_group", SiteGroup::code, SiteGroup::ofCode);
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    /** Of one unit of the meter. */
    public static final Column<BigDecimal> PRICE = TABLE.decimal("price");

    private PriceTable() {}

    /**
     * Returns the row of a price.
     *
     * @param version first billing day of the price book
     */
    public static TableRow row(BillingDay version, Position position, BigDecimal price) {
        return TABLE.row()
                .set(VERSION, version)
                .set(METER, position.tier().meter())
                .set(RETENTION_DAYS, position.tier().retentionDays())
                .set(SITE_GROUP, position.group())
                .set(CURRENCY, position.currency())
                .set(PRICE, price);
    }

    /** Returns the position of the price that is in the current row. */
    public static Position position(ResultSet row) throws SQLException {
        return new Position(MeterTierColumns.get(row), SITE_GROUP.get(row), CURRENCY.get(row));
    }
}
