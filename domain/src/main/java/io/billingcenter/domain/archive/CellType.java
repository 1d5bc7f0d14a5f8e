package io.billingcenter.domain.archive;

import java.util.Locale;

/** Types of the values in an archive file, with the Java types of the values. Every column may also have no value. */
public enum CellType {
    /** A {@link String}. */
    TEXT,
    /** A {@link java.math.BigDecimal}, with its scale. */
    NUMBER,
    /** A {@link Boolean}. */
    FLAG,
    /** A {@link java.time.LocalDate}. */
    DATE,
    /** An array of bytes. */
    BYTES;

    /** Returns the type with that code. */
    public static CellType ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Returns the stable code used in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
