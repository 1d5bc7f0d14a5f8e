package io.billingcenter.writers.files.delivery;

import java.nio.charset.StandardCharsets;

/** The audience of a file, which decides its form. */
enum Profile {
    /** For programs: the values and nothing else. */
    MACHINE("machine", "", "", "none"),
    /** For spreadsheets: with a byte order mark, and with an apostrophe before texts that could be evaluated. */
    EXCEL("excel", "excel/", "\uFEFF", "apostrophe");

    private final String code;
    private final String folder;
    private final String byteOrderMark;
    private final String textGuard;

    Profile(String code, String folder, String byteOrderMark, String textGuard) {
        this.code = code;
        this.folder = folder;
        this.byteOrderMark = byteOrderMark;
        this.textGuard = textGuard;
    }

    /** Returns the name in manifests. */
    String code() {
        return code;
    }

    /** Returns the beginning of a file's path inside the folder of its revision. */
    String folder() {
        return folder;
    }

    /** Returns the first bytes of a file. */
    byte[] byteOrderMark() {
        return byteOrderMark.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the name of the guard in manifests. */
    String textGuard() {
        return textGuard;
    }

    /** Returns the text as it is written into a cell. */
    String text(String text) {
        String printable = CellText.printable(text);
        return this == EXCEL && CellText.mayBecomeFormula(text) ? "'" + printable : printable;
    }
}
