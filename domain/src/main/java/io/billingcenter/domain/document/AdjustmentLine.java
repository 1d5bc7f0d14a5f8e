package io.billingcenter.domain.document;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of an amount that was posted before, with the day that it is about. On a credit note, the amount that is given
 * back, below zero.
 *
 * @param day billing day of the usage or fee; null if it is about several
 * @param workspace null for amounts that the account owes without a workspace
 * @param name name of the workspace; empty without one
 * @param tier null for an amount that is not the quantity of a single meter
 */
public record AdjustmentLine(
        @Nullable BillingDay day,
        @Nullable WorkspaceId workspace,
        String name,
        @Nullable MeterTier tier,
        BigDecimal quantity,
        Money amount) {

    /** Returns whether the line changes a quantity, rather than only an amount. */
    public boolean hasQuantity() {
        return quantity.signum() != 0;
    }

    /** Returns the quantity in bundles of the meter. */
    public BigDecimal bundles() {
        return tier == null
                ? quantity
                : quantity.divide(BigDecimal.valueOf(tier.meter().unit()));
    }
}
