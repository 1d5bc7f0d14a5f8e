package io.billingcenter.domain.guard;

/** The kinds of consent. */
public enum ConsentKind {
    /** The findings for which a run was stopped; the subject is the stop's fingerprint and version. */
    STOP("stop"),
    /** Increased charges of an account, up to a day. */
    ACCOUNT("account"),
    /** A traffic store without a folder for a day. */
    STORE("store"),
    /** A missing reference file. */
    REFERENCE_MISSING("reference_missing"),
    /** An output folder without a marker. */
    ADOPT_OUT("adopt_out"),
    /** A difference that existed before an upgrade. */
    MIGRATE("migrate"),
    /** Mail of a target to accounts; the subject is the target. */
    SHIP_MAIL("ship_mail");

    private final String code;

    ConsentKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }
}
