package io.billingcenter.benchmarks.traffic;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * The plan of the traffic to generate.
 *
 * @param shares number of records of every workspace, by workspace number
 * @param duplicates repeated records per 10,000
 * @param seed another seed gives other ids, sizes and entities
 * @param files distribution of the records of a workspace over files
 */
record TrafficPlan(BillingDay day, List<Long> shares, int duplicates, long seed, FileLayout files) {

    private static final int WORKSPACE_DIGITS = 6;

    /**
     * The distribution of the records of a workspace over files, in time order.
     *
     * @param perWorkspace number of files of a workspace-day
     */
    record FileLayout(int perWorkspace, Packing packing) {}

    /** Returns the id of a workspace: {@code wksp_} and at least six digits. */
    static String workspaceId(int number) {
        String digits = Integer.toString(number);
        return "wksp_" + "0".repeat(Math.max(0, WORKSPACE_DIGITS - digits.length())) + digits;
    }
}
