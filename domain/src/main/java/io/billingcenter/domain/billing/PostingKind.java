package io.billingcenter.domain.billing;

import java.util.Optional;
import java.util.stream.Stream;

/** What a posting is. */
public enum PostingKind {
    /** The first posting of a workspace-day. */
    USAGE("usage"),
    /** A later one, of usage or of a fee: it adds to, or takes from, what was posted before. */
    ADJUSTMENT("adjustment"),
    /** The price of a yearly package, on its first day. */
    PACKAGE("package"),
    /** The price of a traffic pack for a day. */
    PACK("pack"),
    /** A year of a private deployment by subscription. */
    SUBSCRIPTION("subscription"),
    /** A private deployment bought once. */
    LICENCE("licence"),
    /** A year of maintenance of a licence, from the second one on. */
    MAINTENANCE("maintenance");

    private final String code;

    PostingKind(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<PostingKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
