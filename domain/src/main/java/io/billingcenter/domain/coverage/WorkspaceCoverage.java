package io.billingcenter.domain.coverage;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The coverage of a workspace on the days on which it is charged.
 *
 * @param days coverage by day; days without charges are left out
 */
public record WorkspaceCoverage(WorkspaceId workspace, SortedMap<BillingDay, Day> days) {

    /** Keeps a copy of the days. */
    public WorkspaceCoverage {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * The coverage of a day.
     *
     * @param files number of files of the last reading
     * @param records number of their records
     * @param acknowledged whether a person has acknowledged the finding
     */
    public record Day(CoverageFact fact, long files, long records, boolean acknowledged) {

        /** Creates a day without an acknowledged finding. */
        public Day(CoverageFact fact, long files, long records) {
            this(fact, files, records, false);
        }

        /** Returns whether the day has a finding that nobody has acknowledged. */
        public boolean needsAttention() {
            return fact.isFinding() && !acknowledged;
        }

        /** Returns the character for the day in a grid. */
        public char sign() {
            return acknowledged ? fact.acknowledgedSign() : fact.sign();
        }

        /** Returns the day with an additional finding. It is acknowledged only if all of its findings are. */
        public Day with(InputFindingKind finding, boolean known) {
            CoverageFact found = fact.with(finding);
            return new Day(found, files, records, found.isFinding() && known && (!fact.isFinding() || acknowledged));
        }

        /** A day on which nothing was read. */
        public static final Day MISSING = new Day(CoverageFact.MISSING, 0, 0);
    }
}
