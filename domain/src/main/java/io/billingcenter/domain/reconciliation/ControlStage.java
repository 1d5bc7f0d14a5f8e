package io.billingcenter.domain.reconciliation;

/** What a unit of work was written by, in the order in which money comes about. */
public enum ControlStage {
    /** A reading of a workspace-day: its files, its measures. */
    READ("read"),
    /** What a reading put into quarantine. */
    QUARANTINED("quarantined"),
    /** A rating of a workspace-day: usage, charges, holds. */
    RATED("rated"),
    /** The postings of a rating. */
    POSTED("posted"),
    /** The postings of an agreement on a day. */
    FEE("fee"),
    /** The settlement of an account. */
    SETTLED("settled"),
    /** An alert on high consumption. */
    ALERT("alert"),
    /** An invoice and its lines. */
    INVOICED("invoiced"),
    /** A published set of finance files. */
    DELIVERED("delivered"),
    /** A consent or an acknowledgement of a person. */
    CONSENT("consent"),
    /** A table that a run leaves as it is now. */
    STATE("state");

    private final String code;

    ControlStage(String code) {
        this.code = code;
    }

    /** The name in the table. */
    public String code() {
        return code;
    }
}
