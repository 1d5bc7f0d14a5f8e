package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is told that a workspace consumed more in a day than its threshold (billing rules 7.4).
 *
 * @param meter what is watched; null for everything the workspace consumes
 * @param amount what was consumed when the alert was raised, above the threshold
 */
public record Alert(WorkspaceDay workspaceDay, @Nullable Meter meter, Money threshold, Money amount) {

    /** What the alert is about: a meter, or nothing for the total. Of one workspace-day each is told once. */
    public Optional<Meter> item() {
        return Optional.ofNullable(meter);
    }
}
