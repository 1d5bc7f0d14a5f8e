package io.billingcenter.domain.pricing;

import java.util.Optional;
import java.util.stream.Stream;

/** The outcomes of a rating. */
public enum RatingOutcome {
    /** The usage is charged to a billing account. */
    CHARGED("charged"),
    /** The plan charges nothing, or there is no usage. */
    FREE("free"),
    /** The usage is kept and not charged. */
    HELD("held");

    private final String code;

    RatingOutcome(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<RatingOutcome> ofCode(String code) {
        return Stream.of(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
    }
}
