package io.billingcenter.domain.document;

import java.util.Optional;
import java.util.stream.Stream;

/** The states of documents. */
public enum DocumentState {
    /** A preview without a number. */
    DRAFT("draft"),
    /** Issued. */
    FINAL("final"),
    /** Issued and no longer valid; another document takes its place. */
    VOID("void");

    private final String code;

    DocumentState(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables and files. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<DocumentState> ofCode(String code) {
        return Stream.of(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
