package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a workspace may consume in a day without anybody being told (billing rules 7.4).
 *
 * @param meter what is watched; null for everything the workspace consumes
 * @param amount the alert is raised above it, in the currency of the billing account; 0 is a threshold
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
