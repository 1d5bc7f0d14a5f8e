package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * A matter of a workspace-day that waits for a person: a hold, or a finding about its input.
 *
 * @param detail description for people
 * @param acknowledged whether a person has acknowledged the cell
 */
public record OpenCell(Key key, String detail, boolean acknowledged) {

    /**
     * The identity of a cell.
     *
     * @param workspace id of the workspace; empty for a fee that belongs to no workspace
     * @param reason reason of the hold, or kind of the finding
     * @param meter code of the meter; empty for all
     * @param retentionDays tier of the meter; 0 for none
     */
    public record Key(String workspace, BillingDay day, String reason, String meter, int retentionDays) {}
}
