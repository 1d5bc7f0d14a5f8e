package io.billingcenter.domain.pricing;

/** Why the usage of a workspace-day is kept and not charged. In order of precedence. */
public enum HoldReason {
    /** A traffic file came after the late window had closed. */
    LATE_WINDOW("late_window"),
    /** More records are quarantined than the limit allows. */
    QUARANTINE_LIMIT("quarantine_limit"),
    /** A quantity is above 10^38. */
    QUANTITY_LIMIT("quantity_limit"),
    /** Reference data does not know the workspace. */
    NO_WORKSPACE("no_workspace"),
    /** Nobody is bound to pay for the workspace on that day. */
    NO_BINDING("no_binding"),
    /** Whoever pays for the workspace is locked (billing rules 5.6, 5.7). */
    LOCKED("locked"),
    /** A used meter has no price. */
    NO_PRICE("no_price"),
    /** The usage charges of the account for the billing day are far above its usual ones. */
    UNUSUAL("unusual");

    private final String code;

    HoldReason(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }
}
