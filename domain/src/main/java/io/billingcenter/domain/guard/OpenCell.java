package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * A matter of a workspace-day that waits for a person: a hold, or input that is not as expected.
 *
 * @param detail what was found, for people
 * @param acknowledged whether a person knows it
 */
public record OpenCell(Key key, String detail, boolean acknowledged) {

    /**
     * The identity of a cell.
     *
     * @param workspace id; empty for a fee that belongs to no workspace
     * @param reason of the hold, or the kind of finding
     * @param meter code; empty for all meters
     * @param retentionDays tier of the meter; 0 for none
     */
    public record Key(String workspace, BillingDay day, String reason, String meter, int retentionDays) {}
}
