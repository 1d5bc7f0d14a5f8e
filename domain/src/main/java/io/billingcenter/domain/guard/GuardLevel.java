package io.billingcenter.domain.guard;

/** The places of a run at which a guard may stop it or hold something, in the order in which they are reached. */
public enum GuardLevel {
    /** The import of the reference files; subjects name files with their content, so that consent is to contents. */
    REFERENCE("reference", false),
    /** The listing of the traffic store. */
    STORE("store", true),
    /** The usage charges of an account for a billing day; the run is not stopped, the account-day is held. */
    ACCOUNT("account", true),
    /** The charges and adjustments of a night, before anything is posted. */
    NIGHT("night", true);

    private final String code;
    private final boolean boundToDay;

    GuardLevel(String code, boolean boundToDay) {
        this.code = code;
        this.boundToDay = boundToDay;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /**
     * Returns whether a consent is for the day of the stop only; otherwise it is for its subjects, on any day and in
     * any amount.
     */
    public boolean isBoundToDay() {
        return boundToDay;
    }
}
