package io.billingcenter.domain.guard;

/** The places of a run at which a guard may stop it or hold something, in the order in which they are reached. */
public enum GuardLevel {
    /** The import of the reference files. */
    REFERENCE("reference"),
    /** The listing of the traffic store. */
    STORE("store"),
    /** The usage charges of an account for a billing day; the run is not stopped, the account-day is held. */
    ACCOUNT("account"),
    /** The charges and adjustments of a night, before anything is posted. */
    NIGHT("night");

    private final String code;

    GuardLevel(String code) {
        this.code = code;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }
}
