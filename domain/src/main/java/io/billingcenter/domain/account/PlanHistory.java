package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All plans of one workspace, with the rule that an upgrade from the free plan is permanent (billing rules 4.2). */
public final class PlanHistory {

    private final List<PlanPeriod> periods;

    /** Creates the history of a workspace; the plans must not overlap. */
    public PlanHistory(Collection<PlanPeriod> periods) {
        this.periods = periods.stream()
                .sorted(Comparator.comparing(period -> period.days().from()))
                .toList();
    }

    /**
     * Returns the free periods after a charged plan. Days between two periods are commercial and count as a charged
     * plan; days before the first period do not.
     */
    public List<PlanPeriod> freeAfterUpgrade() {
        List<PlanPeriod> refused = new ArrayList<>();
        boolean upgraded = false;
        BillingDay end = null;
        for (PlanPeriod period : periods) {
            upgraded |= end != null && end.isBefore(period.days().from());
            if (upgraded && period.plan() == Plan.FREE) {
                refused.add(period);
            }
            upgraded |= period.plan().charged();
            end = period.days().to();
        }
        return List.copyOf(refused);
    }
}
