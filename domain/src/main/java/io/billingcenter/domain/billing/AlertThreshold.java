package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the daily consumption of a workspace above which an alert is raised (billing rules 7.4).
 *
 * @param meter meter of the threshold; null for the total consumption
 * @param amount limit in the currency of the billing account, exclusive; 0 is a valid threshold
 */
public record AlertThreshold(
        WorkspaceId workspace, @Nullable Meter meter, BigDecimal amount, DayRange days) {

    /** Checks the amount. */
    public AlertThreshold {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Expected an alert threshold of at least 0 for workspace " + workspace
                    + ", found " + amount.toPlainString());
        }
    }
}
