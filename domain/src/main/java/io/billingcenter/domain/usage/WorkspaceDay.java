package io.billingcenter.domain.usage;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;

/** All traffic of one workspace on one billing day: the unit of metering. */
public record WorkspaceDay(WorkspaceId workspace, BillingDay day) implements Comparable<WorkspaceDay> {

    private static final Comparator<WorkspaceDay> ORDER =
            Comparator.comparing(WorkspaceDay::workspace).thenComparing(WorkspaceDay::day);

    @Override
    public int compareTo(WorkspaceDay other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return workspace + "/" + day;
    }
}
