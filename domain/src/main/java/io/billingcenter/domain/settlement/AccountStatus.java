package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** The standing of an account (billing rules 5.7). */
public enum AccountStatus {
    /** The account may be used and is billed. */
    ACTIVE("active"),
    /** The account owes and has some days left to pay. */
    COUNTDOWN("countdown"),
    /** The account did not pay in time; its usage is held. */
    LOCKED("locked");

    private final String code;

    AccountStatus(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<AccountStatus> ofCode(String code) {
        return Stream.of(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
