package io.billingcenter.domain.pricing;

/** The reasons for which the usage of a workspace-day is kept but not charged, in order of precedence. */
public enum HoldReason {
    /** A traffic file arrived after the late window had closed. */
    LATE_WINDOW("late_window"),
    /** More records are quarantined than the limit allows. */
    QUARANTINE_LIMIT("quarantine_limit"),
    /** A quantity exceeds 10^38. */
    QUANTITY_LIMIT("quantity_limit"),
    /** The workspace is not in the reference data. */
    NO_WORKSPACE("no_workspace"),
    /** No billing account is bound to the workspace on that day. */
    NO_BINDING("no_binding"),
    /** The account that pays for the workspace is locked (billing rules 5.6, 5.7). */
    LOCKED("locked"),
    /** A used meter has no price. */
    NO_PRICE("no_price"),
    /** The usage charges of the account for the billing day are far above the usual amount. */
    UNUSUAL("unusual");

    private final String code;

    HoldReason(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }
}
