package io.billingcenter.domain.guard;

/** The reasons for which a guard stops a run before anything is posted, or holds an account-day. */
public enum GuardReason {
    /** A reference file lost more rows in force than the limit allows. */
    REFERENCE_SHRUNK("reference_shrunk"),
    /** The traffic store has no folder for the day of any charged workspace. */
    STORE_EMPTY("store_empty"),
    /** A remote traffic store no longer lists workspace-days of the last days. */
    STORE_SHRUNK("store_shrunk"),
    /** The usage charges of an account for a billing day are far above the usual amount. */
    UNUSUAL_ACCOUNT("unusual_account"),
    /** Adjustments below zero exceed their limit. */
    ADJUSTMENTS_BELOW_ZERO("adjustments_below_zero"),
    /** Adjustments above zero exceed their limit. */
    ADJUSTMENTS_ABOVE_ZERO("adjustments_above_zero"),
    /** Too many workspace-days have an adjustment below zero. */
    ADJUSTED_WORKSPACE_DAYS("adjusted_workspace_days"),
    /** The usage charges of the day are far above those of a usual day. */
    USAGE_CHARGES("usage_charges"),
    /** A single night holds too many accounts as unusual. */
    UNUSUAL_ACCOUNTS("unusual_accounts");

    private final String code;

    GuardReason(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables and messages. */
    public String code() {
        return code;
    }
}
