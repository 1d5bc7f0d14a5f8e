package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * A finding of a run that needs attention, or is only listed.
 *
 * @param kind reason of a hold, kind of a finding, {@code quarantined} or {@code no_traffic}
 * @param workspace id; empty when it concerns all of the day
 * @param text what it is, for people
 * @param urgent whether it gives the run the status 2; otherwise it is only listed
 */
public record AttentionItem(String kind, String workspace, BillingDay day, String text, boolean urgent) {

    /** The kind of bad records above the limit of reports. */
    public static final String QUARANTINED = "quarantined";

    /** The kind of a database that has never read a traffic file. */
    public static final String NO_TRAFFIC = "no_traffic";

    /** Returns whether it concerns single files, each of which is listed. */
    public boolean ofFiles() {
        return kind.equals(InputFindingKind.UNREADABLE.code()) || kind.equals(InputFindingKind.VANISHED.code());
    }
}
