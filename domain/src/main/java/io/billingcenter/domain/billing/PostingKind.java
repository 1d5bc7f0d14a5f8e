package io.billingcenter.domain.billing;

import java.util.Optional;
import java.util.stream.Stream;

/** What a posting is. */
public enum PostingKind {
    /** The first posting of a workspace-day. */
    USAGE("usage"),
    /** A later one: it adds to, or takes from, what was posted before. */
    ADJUSTMENT("adjustment");

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
