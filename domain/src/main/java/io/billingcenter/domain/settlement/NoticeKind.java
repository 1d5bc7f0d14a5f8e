package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of notice to an account and its workspaces (billing rules 5.6, 5.7). */
public enum NoticeKind {
    /** The account owes and will be locked. */
    COUNTDOWN("countdown"),
    /** The account is locked from this day on. */
    LOCK("lock"),
    /** The account is unlocked from this day on. */
    UNLOCK("unlock"),
    /** The account has paid in time. */
    CURED("cured"),
    /** The account manager asked for an unlock, but the account still owes. */
    UNLOCK_REFUSED("unlock_refused"),
    /** The cloud account that paid has ended. */
    VENDOR_RELEASED("vendor_released");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<NoticeKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
