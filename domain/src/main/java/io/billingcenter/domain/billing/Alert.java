package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a workspace has consumed more than its threshold in a day (billing rules 7.4).
 *
 * @param meter meter of the threshold; null for the total consumption
 * @param amount consumption when the alert was raised, above the threshold
 */
public record Alert(WorkspaceDay workspaceDay, @Nullable Meter meter, Money threshold, Money amount) {

    /** Returns the meter of the alert, or empty for the total. Each is reported once per workspace-day. */
    public Optional<Meter> item() {
        return Optional.ofNullable(meter);
    }
}
