package io.billingcenter.domain.document;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of documents that state an amount. */
public enum DocumentKind {
    /** What an account owes for a month. */
    INVOICE("invoice"),
    /** What is given back of an invoice. */
    CREDIT_NOTE("credit_note");

    private final String code;

    DocumentKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables and files. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<DocumentKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
