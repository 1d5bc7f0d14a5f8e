package io.billingcenter.domain.guard;

/** Kinds of consent of a person. */
public enum ConsentKind {
    /** The list of reasons for which a run was stopped; the subject is its fingerprint and version. */
    STOP("stop"),
    /** Charges of an account that has grown, up to a day. */
    ACCOUNT("account"),
    /** A traffic store without a folder for a day. */
    STORE("store"),
    /** A reference file that is gone. */
    REFERENCE_MISSING("reference_missing"),
    /** An output folder without a marker. */
    ADOPT_OUT("adopt_out"),
    /** A difference that was there before an upgrade. */
    MIGRATE("migrate");

    private final String code;

    ConsentKind(String code) {
        this.code = code;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }
}
