package io.billingcenter.benchmarks.traffic;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * What traffic is to be made.
 *
 * @param shares records of every workspace, by its number
 * @param duplicates repeated records in ten thousand
 * @param seed another seed gives other ids, sizes and entities
 * @param files how the records of a workspace lie in files
 */
record TrafficPlan(BillingDay day, List<Long> shares, int duplicates, long seed, FileLayout files) {

    private static final int WORKSPACE_DIGITS = 6;

    /**
     * How the records of a workspace lie in files, in time order.
     *
     * @param perWorkspace files of a workspace-day
     */
    record FileLayout(int perWorkspace, Packing packing) {}

    /** The id of a workspace: {@code wksp_} and at least six digits. */
    static String workspaceId(int number) {
        String digits = Integer.toString(number);
        return "wksp_" + "0".repeat(Math.max(0, WORKSPACE_DIGITS - digits.length())) + digits;
    }
}
