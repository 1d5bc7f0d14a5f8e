package io.billingcenter.domain.guard;

/** The stages of a run at which a guard may stop it or hold something, in the order in which they are reached. */
public enum GuardLevel {
    /**
     * The import of the reference files. Subjects name files with their content, so a consent is bound to the content.
     */
    REFERENCE("reference", false),
    /** The listing of the traffic store. */
    STORE("store", true),
    /** The usage charges of an account for a billing day. The run is not stopped; the account-day is held. */
    ACCOUNT("account", true),
    /** The charges and adjustments of a night, before anything is posted. */
    NIGHT("night", true);

    private final String code;
    private final boolean boundToDay;

    GuardLevel(String code, boolean boundToDay) {
        this.code = code;
        this.boundToDay = boundToDay;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /**
     * Returns whether a consent is valid only for the day of the stop. Otherwise it is valid for its subjects on any
     * day and for any amount.
     */
    public boolean isBoundToDay() {
        return boundToDay;
    }
}
