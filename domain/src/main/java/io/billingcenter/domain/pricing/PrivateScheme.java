package io.billingcenter.domain.pricing;

import java.util.Optional;
import java.util.stream.Stream;

/** The payment schemes of private deployments (billing rules 8). */
public enum PrivateScheme {
    /** The active collectors of a day, each at a daily price. */
    PAYG("payg"),
    /** A number of collectors, each at a yearly price paid in advance. */
    SUBSCRIPTION("subscription"),
    /** A number of collectors bought once, with maintenance from the second year on. */
    LICENCE("licence");

    private final String code;

    PrivateScheme(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<PrivateScheme> ofCode(String code) {
        return Stream.of(values()).filter(scheme -> scheme.code.equals(code)).findFirst();
    }
}
