package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The group of a site, which decides the price list: mainland China, or Hong Kong and overseas (billing rules 5.2). */
public enum SiteGroup {
    /** Sites in mainland China. */
    CN("cn"),
    /** Hong Kong and overseas sites. */
    OS("os");

    private final String code;

    SiteGroup(String code) {
        this.code = code;
    }

    /** Returns the stable lower-case code used in tables and files. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<SiteGroup> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
