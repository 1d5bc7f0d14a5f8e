package io.billingcenter.domain.coverage;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFindingKind;
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
     * @param acknowledged whether a person knows the finding
     */
    public record Day(CoverageFact fact, long files, long records, boolean acknowledged) {

        /** A day without a finding. */
        public Day(CoverageFact fact, long files, long records) {
            this(fact, files, records, false);
        }

        /** Returns whether it has a finding that nobody has acknowledged. */
        public boolean needsAttention() {
            return fact.isFinding() && !acknowledged;
        }

        /** The sign of it in a grid. */
        public char sign() {
            return acknowledged ? fact.acknowledgedSign() : fact.sign();
        }

        /** The same day with a finding, which is acknowledged only when all of its findings are. */
        public Day with(InputFindingKind finding, boolean known) {
            CoverageFact found = fact.with(finding);
            return new Day(found, files, records, found.isFinding() && known && (!fact.isFinding() || acknowledged));
        }

        /** A day of which nothing was read. */
        public static final Day MISSING = new Day(CoverageFact.MISSING, 0, 0);
    }
}
