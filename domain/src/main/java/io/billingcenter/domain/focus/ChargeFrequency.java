package io.billingcenter.domain.focus;

/** The frequencies of charges. */
public enum ChargeFrequency {
    /** Charged once. */
    ONE_TIME("One-Time"),
    /** Charged again in every period. */
    RECURRING("Recurring"),
    /** Charged by what was used. */
    USAGE_BASED("Usage-Based");

    private final String text;

    ChargeFrequency(String text) {
        this.text = text;
    }

    /** Returns the value of the column. */
    public String text() {
        return text;
    }
}
