package io.billingcenter.domain.explain;

/** The levels at which amounts are compared, from the whole to single lines. */
public enum DifferenceLevel {
    /** The total of a currency. */
    TOTAL("total"),
    /** A billing account. */
    ACCOUNT("account"),
    /** A workspace of an account. */
    WORKSPACE("workspace"),
    /** A line of a workspace. */
    LINE("line");

    private final String code;

    DifferenceLevel(String code) {
        this.code = code;
    }

    /** Returns the code used in outputs. */
    public String code() {
        return code;
    }
}
