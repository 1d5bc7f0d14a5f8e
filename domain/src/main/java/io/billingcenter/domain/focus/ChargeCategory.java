package io.billingcenter.domain.focus;

/** The categories of charges that occur. There is no tax: prices are final. */
public enum ChargeCategory {
    /** Usage, whatever paid it. */
    USAGE("Usage"),
    /** A purchase, which may cover usage. */
    PURCHASE("Purchase"),
    /** Vouchers, and what a credit note gives back. */
    CREDIT("Credit"),
    /** The rounding of invoice lines. */
    ADJUSTMENT("Adjustment");

    private final String text;

    ChargeCategory(String text) {
        this.text = text;
    }

    /** Returns the value of the column. */
    public String text() {
        return text;
    }
}
