package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.RejectionReason;

/** The counters of one file while it is folded. */
final class FileTally {

    private final String name;
    private boolean unreadable;
    private long accepted;
    private long duplicates;
    private long conflicts;
    private long quarantined;

    FileTally(String name) {
        this.name = name;
    }

    void countAccepted() {
        accepted++;
    }

    void countDuplicate() {
        duplicates++;
    }

    void countRejected(RejectionReason reason) {
        switch (reason) {
            case UNREADABLE_FILE, BAD_HEADER -> unreadable = true;
            case CONFLICT -> conflicts++;
            default -> quarantined++;
        }
    }

    /** Returns the number of records counted so far. */
    long records() {
        return accepted + duplicates + conflicts + quarantined;
    }

    FileTotals totals() {
        return new FileTotals(name, unreadable, records(), accepted, duplicates, conflicts, quarantined);
    }
}
