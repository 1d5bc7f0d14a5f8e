package io.billingcenter.writers.files.delivery;

/** What a text may and may not bring into a file. */
final class CellText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {}

    /**
     * The text with U+FFFD for every character that no reader of the file can be trusted with: control characters other
     * than TAB, LF and CR, and halves of surrogate pairs. One odd character must not stop the delivery of a day, and
     * dropping it would hide it.
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

    /** Whether a spreadsheet might calculate the text: it begins, maybe behind blanks, like a formula. */
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
