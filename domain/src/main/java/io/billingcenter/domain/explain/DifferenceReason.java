package io.billingcenter.domain.explain;

/** The reasons for which two lines differ. */
public enum DifferenceReason {
    /** A different quantity was used. */
    QUANTITY("quantity"),
    /** A different price was applied. */
    PRICE("price"),
    /** The left side has no such line. */
    NEW("new"),
    /** The right side has no such line. */
    GONE("gone"),
    /** The workspace has a different plan. */
    PLAN("plan"),
    /** A different account pays for the item. */
    ACCOUNT("account"),
    /** The line adjusts an earlier bill. */
    ADJUSTMENT("adjustment"),
    /** The line takes back an amount of an invoice. */
    CREDIT("credit"),
    /** The same quantity at the same price was rounded in different portions. */
    ROUNDING("rounding");

    private final String code;

    DifferenceReason(String code) {
        this.code = code;
    }

    /** Returns the code used in outputs. */
    public String code() {
        return code;
    }
}
