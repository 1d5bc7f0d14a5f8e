package io.billingcenter.schema.reference;

import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code traffic_pack}: the traffic packs of packages. */
public final class TrafficPackTable {

    public static final Table TABLE = Table.named("traffic_pack");

    public static final Column<String> PACK_ID = TABLE.text("pack_id");
    public static final Column<String> PACKAGE_ID = TABLE.text("package_id");
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    public static final Column<BigDecimal> DISCOUNT = TABLE.decimal("discount");

    private TrafficPackTable() {}

    /** Returns the row of a traffic pack. */
    public static TableRow row(TrafficPack pack) {
        return TABLE.row()
                .set(PACK_ID, pack.id())
                .set(PACKAGE_ID, pack.packageId())
                .set(METER, pack.meter())
                .set(QUANTITY, pack.quantity())
                .set(DISCOUNT, pack.discount());
    }

    /** Returns the traffic pack that is in the current row. */
    public static TrafficPack trafficPack(ResultSet row) throws SQLException {
        return new TrafficPack(
                PACK_ID.get(row), PACKAGE_ID.get(row), METER.get(row), QUANTITY.get(row), DISCOUNT.get(row));
    }
}
