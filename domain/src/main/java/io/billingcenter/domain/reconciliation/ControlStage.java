package io.billingcenter.domain.reconciliation;

/** The stages that write units of work with a control total, in the order in which money comes about. */
public enum ControlStage {
    /** The reading of a workspace-day: its files and measures. */
    READ("read"),
    /** The quarantined records of a reading. */
    QUARANTINED("quarantined"),
    /** The rating of a workspace-day: usage, charges and holds. */
    RATED("rated"),
    /** The postings of a rating. */
    POSTED("posted"),
    /** The postings of an agreement on a day. */
    FEE("fee"),
    /** The settlement of an account. */
    SETTLED("settled"),
    /** An alert on high consumption. */
    ALERT("alert"),
    /** An invoice with its lines. */
    INVOICED("invoiced"),
    /** The voiding of an invoice. */
    VOIDED("voided"),
    /** A published set of delivered files. */
    DELIVERED("delivered"),
    /** A consent or an acknowledgement of a person. */
    CONSENT("consent"),
    /** The content of a table at the end of a run. */
    STATE("state");

    private final String code;

    ControlStage(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }
}
