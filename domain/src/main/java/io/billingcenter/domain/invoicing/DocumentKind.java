package io.billingcenter.domain.invoicing;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of numbered documents. */
public enum DocumentKind {
    /** An invoice of a month. */
    INVOICE("invoice"),
    /** A credit note, which refers to an invoice. */
    CREDIT_NOTE("credit_note");

    private final String code;

    DocumentKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<DocumentKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
