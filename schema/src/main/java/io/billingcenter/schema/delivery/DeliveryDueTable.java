package io.billingcenter.schema.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code delivery_due}: the periods with rows that have changed since their files were made. */
public final class DeliveryDueTable {

    public static final Table TABLE = Table.named("delivery_due");

    public static final Column<DeliveryPeriod> PERIOD =
            TABLE.text("period", DeliveryPeriod::toString, DeliveryPeriod::parse);
    /** The workspace, or an id that marks changes of no single workspace. */
    public static final Column<String> WORKSPACE_ID = TABLE.text("workspace_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(PERIOD, WORKSPACE_ID);

    private DeliveryDueTable() {}

    /** Returns the row of a period that a workspace, or another marker, has changed. */
    public static TableRow row(DeliveryPeriod period, String marker) {
        return TABLE.row().set(PERIOD, period).set(WORKSPACE_ID, marker);
    }
}
