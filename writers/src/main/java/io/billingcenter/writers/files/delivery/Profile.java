package io.billingcenter.writers.files.delivery;

import java.nio.charset.StandardCharsets;

/** For whom a file is written. */
enum Profile {
    /** For programs: the values and nothing else. */
    MACHINE("machine", "", "", "none"),
    /** For spreadsheets: with a byte order mark, and with an apostrophe before texts that could be calculated. */
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

    /** The name in manifests. */
    String code() {
        return code;
    }

    /** What the path of a file begins with, inside the folder of its revision. */
    String folder() {
        return folder;
    }

    /** What the bytes of a file begin with. */
    byte[] byteOrderMark() {
        return byteOrderMark.getBytes(StandardCharsets.UTF_8);
    }

    /** The name of the guard in manifests. */
    String textGuard() {
        return textGuard;
    }

    /** The text as it stands in a cell. */
    String text(String text) {
        String printable = CellText.printable(text);
        return this == EXCEL && CellText.mayBecomeFormula(text) ? "'" + printable : printable;
    }
}
