package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** How an account stands (billing rules 5.7). */
public enum AccountStatus {
    /** It may use and is billed. */
    ACTIVE("active"),
    /** It owes, and has some days to pay. */
    COUNTDOWN("countdown"),
    /** It did not pay in time; what it uses is held. */
    LOCKED("locked");

    private final String code;

    AccountStatus(String code) {
        this.code = code;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<AccountStatus> ofCode(String code) {
        return Stream.of(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
