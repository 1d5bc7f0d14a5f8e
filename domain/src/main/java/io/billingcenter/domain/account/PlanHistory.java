package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All plans of one workspace, and the rule that an upgrade from free is for good (billing rules 4.2). */
public final class PlanHistory {

    private final List<PlanPeriod> periods;

    /** The plans of a workspace; no two may overlap. */
    public PlanHistory(Collection<PlanPeriod> periods) {
        this.periods = periods.stream()
                .sorted(Comparator.comparing(period -> period.days().from()))
                .toList();
    }

    /**
     * Free periods after a plan that is charged. Days between two periods are commercial and count as such a plan; days
     * before the first period do not.
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
