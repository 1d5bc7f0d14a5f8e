package io.billingcenter.domain.delivery;

import java.util.Arrays;

/** The kinds of files that are made of a closed month beside its CSV files, in the order in which they are made. */
public enum SetKind {
    /** The invoices and lines of each account, as CSV files in a folder of its own. */
    ACCOUNTS("accounts"),
    /** Invoices and statements as PDF documents. */
    DOCUMENTS("documents"),
    /** A workbook of the whole month. */
    WORKBOOK("workbook"),
    /** Charges by the FOCUS specification. */
    FOCUS("focus"),
    /** The journal, in the spellings of accounting programs. */
    JOURNAL("journal"),
    /** Requests to issue fapiao. */
    FAPIAO("fapiao"),
    /** Electronic invoices. */
    EINVOICES("einvoices");

    private final String code;

    SetKind(String code) {
        this.code = code;
    }

    /** Returns the name of the folder, which is also the name in settings and tables. */
    public String code() {
        return code;
    }

    /**
     * Returns the kind of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SetKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected one of "
                        + Arrays.stream(values()).map(SetKind::code).toList() + ", found '" + code + "'"));
    }
}
