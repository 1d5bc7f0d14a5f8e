package io.billingcenter.writers.files.delivery;

/** Rules for texts in cells: printable characters and formulas of spreadsheets. */
final class CellText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {}

    /**
     * Returns the text with U+FFFD for every character that readers of the file may not handle: control characters
     * other than TAB, LF and CR, and halves of surrogate pairs. One odd character must not stop the delivery of a day,
     * and dropping it would hide it.
     */
    static String printable(String text) {
        if (text.codePoints().noneMatch(CellText::isUnprintable)) {
            return text;
        }
        return text.codePoints()
                .map(c -> isUnprintable(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns whether a spreadsheet might evaluate the text: it begins like a formula, possibly after blanks. */
    static boolean mayBecomeFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA_STARTS.indexOf(c) >= 0) {
                return true;
            }
            if (!isBlank(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isUnprintable(int c) {
        boolean isLayout = c == '\t' || c == '\n' || c == '\r';
        return Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) && !isLayout;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
