package io.billingcenter.domain.billing;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of postings. */
public enum PostingKind {
    /** The first posting of a workspace-day. */
    USAGE("usage"),
    /** A later posting of usage or of a fee, which adds to earlier postings or takes from them. */
    ADJUSTMENT("adjustment"),
    /** The price of a yearly package, on its first day. */
    PACKAGE("package"),
    /** The price of a traffic pack for one day. */
    PACK("pack"),
    /** One year of a private deployment by subscription. */
    SUBSCRIPTION("subscription"),
    /** The single payment for a private deployment by licence. */
    LICENCE("licence"),
    /** One year of maintenance of a licence, from the second year on. */
    MAINTENANCE("maintenance"),
    /**
     * An amount of an invoice that a credit note takes back. It is no part of the amounts posted so far, so that no later
     * difference posts it again.
     */
    CREDIT("credit");

    private final String code;

    PostingKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<PostingKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
