package io.billingcenter.domain.pricing;

import java.util.Optional;
import java.util.stream.Stream;

/** How a private deployment is paid for (billing rules 8). */
public enum PrivateScheme {
    /** The day's active collectors, each at a price for the day. */
    PAYG("payg"),
    /** A number of collectors, each at a price for the year, paid ahead. */
    SUBSCRIPTION("subscription"),
    /** A number of collectors bought once, with maintenance from the second year on. */
    LICENCE("licence");

    private final String code;

    PrivateScheme(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<PrivateScheme> ofCode(String code) {
        return Stream.of(values()).filter(scheme -> scheme.code.equals(code)).findFirst();
    }
}
