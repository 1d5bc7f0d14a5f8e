package io.billingcenter.domain.explain;

/** Why two lines differ. */
public enum DifferenceReason {
    /** More, or less, was used. */
    QUANTITY("quantity"),
    /** Another price was applied. */
    PRICE("price"),
    /** There was nothing of it before. */
    NEW("new"),
    /** There is nothing of it any more. */
    GONE("gone"),
    /** The workspace has another plan. */
    PLAN("plan"),
    /** Another account pays for it. */
    ACCOUNT("account"),
    /** It adds to, or takes from, an earlier bill. */
    ADJUSTMENT("adjustment"),
    /** The same quantity at the same price, rounded in other pieces. */
    ROUNDING("rounding");

    private final String code;

    DifferenceReason(String code) {
        this.code = code;
    }

    /** The word in outputs. */
    public String code() {
        return code;
    }
}
