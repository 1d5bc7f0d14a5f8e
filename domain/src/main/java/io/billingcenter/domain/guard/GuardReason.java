package io.billingcenter.domain.guard;

/** Reasons for which a guard stops a run before anything is posted. */
public enum GuardReason {
    /** A reference file lost more of its rows in force than the limit allows. */
    REFERENCE_SHRUNK("reference_shrunk"),
    /** The traffic store has no folder for the day of any charged workspace. */
    STORE_EMPTY("store_empty"),
    /** The usage charges of an account on a billing day are far above its usual ones. */
    UNUSUAL_ACCOUNT("unusual_account"),
    /** Adjustments below zero exceed their limit. */
    ADJUSTMENTS_BELOW_ZERO("adjustments_below_zero"),
    /** Adjustments above zero exceed their limit. */
    ADJUSTMENTS_ABOVE_ZERO("adjustments_above_zero"),
    /** Too many workspace-days have an adjustment below zero. */
    ADJUSTED_WORKSPACE_DAYS("adjusted_workspace_days"),
    /** The usage charges of the day are far above those of a usual day. */
    USAGE_CHARGES("usage_charges"),
    /** Too many accounts are held as unusual by one night. */
    UNUSUAL_ACCOUNTS("unusual_accounts");

    private final String code;

    GuardReason(String code) {
        this.code = code;
    }

    /** The name in tables and messages. */
    public String code() {
        return code;
    }
}
