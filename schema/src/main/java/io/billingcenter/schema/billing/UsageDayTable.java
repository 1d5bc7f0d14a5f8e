package io.billingcenter.schema.billing;

import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;

/** Table {@code usage_day}: the usage of the ratings in force, by billing day, outcome and meter. */
public final class UsageDayTable {

    public static final Table TABLE = Table.named("usage_day");

    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<RatingOutcome> OUTCOME =
            TABLE.code("outcome", RatingOutcome::code, RatingOutcome::ofCode);
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");

    private UsageDayTable() {}

    /** Returns the row of a sum. */
    public static TableRow row(BillingDay day, RatingOutcome outcome, Meter meter, BigDecimal quantity) {
        return TABLE.row()
                .set(BILLING_DAY, day)
                .set(OUTCOME, outcome)
                .set(METER, meter)
                .set(QUANTITY, quantity);
    }
}
