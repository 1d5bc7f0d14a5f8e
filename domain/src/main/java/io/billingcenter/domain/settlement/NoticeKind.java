package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account and its workspaces are told (billing rules 5.6, 5.7). */
public enum NoticeKind {
    /** The account owes and will be locked. */
    COUNTDOWN("countdown"),
    /** The account is locked from this day on. */
    LOCK("lock"),
    /** The account is unlocked from this day on. */
    UNLOCK("unlock"),
    /** The account paid in time. */
    CURED("cured"),
    /** The account was to be unlocked and still owes. */
    UNLOCK_REFUSED("unlock_refused"),
    /** The cloud account that was to pay has ended. */
    VENDOR_RELEASED("vendor_released");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<NoticeKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
