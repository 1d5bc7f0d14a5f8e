package io.billingcenter.domain.delivery;

/** Units of the numbers in a column of a delivered file. */
public enum ColumnUnit {
    /** No unit: texts, days, versions. */
    NONE(""),
    /** Days. */
    DAYS("days"),
    /** Base units of the meter in the row, such as series, records or bytes. */
    BASE_UNITS("base units of the meter"),
    /** The currency in the row. */
    CURRENCY("currency of the row"),
    /** Milliseconds since the start of 1970 in UTC. */
    MILLISECONDS("milliseconds since 1970-01-01T00:00:00Z");

    private final String text;

    ColumnUnit(String text) {
        this.text = text;
    }

    /** Returns the unit as the documentation of files names it; empty for {@link #NONE}. */
    public String text() {
        return text;
    }
}
