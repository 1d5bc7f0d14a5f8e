package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * An item of a run that needs attention or is only listed.
 *
 * @param kind reason of a hold, kind of a finding, {@code quarantined} or {@code no_traffic}
 * @param workspace id of the workspace; empty if the item concerns the whole day
 * @param text description for people
 * @param urgent whether the item gives the run exit status 2; otherwise it is only listed
 */
public record AttentionItem(String kind, String workspace, BillingDay day, String text, boolean urgent) {

    /** The kind of quarantined records above the reporting limit. */
    public static final String QUARANTINED = "quarantined";

    /** The kind for a database that has never read a traffic file. */
    public static final String NO_TRAFFIC = "no_traffic";

    /** Returns whether the item concerns single files, each of which is listed. */
    public boolean ofFiles() {
        return kind.equals(InputFindingKind.UNREADABLE.code()) || kind.equals(InputFindingKind.VANISHED.code());
    }
}
