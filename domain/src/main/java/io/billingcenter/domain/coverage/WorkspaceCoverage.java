package io.billingcenter.domain.coverage;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of a workspace on which it is charged.
 *
 * @param days by day; a day on which it is not charged is left out
 */
public record WorkspaceCoverage(WorkspaceId workspace, SortedMap<BillingDay, Day> days) {

    /** Keeps a copy of the days. */
    public WorkspaceCoverage {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * A day.
     *
     * @param files files of the last reading
     * @param records their records
     */
    public record Day(CoverageFact fact, long files, long records) {

        /** A day of which nothing was read. */
        public static final Day MISSING = new Day(CoverageFact.MISSING, 0, 0);
    }
}
