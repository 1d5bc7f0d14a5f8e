package io.billingcenter.domain.invoicing;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of documents that stand in the list of invoices. */
public enum DocumentKind {
    /** The amounts that an account owes for a month. */
    INVOICE("invoice"),
    /** Amounts of an invoice that are taken back. */
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
