package io.billingcenter.writers.files.document;

import io.billingcenter.domain.account.BillingAccountId;
import java.util.Locale;

/** Thrown when a document has a character that no font can print. */
public final class MissingGlyphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_TEXT = 60;

    MissingGlyphException(BillingAccountId account, String document, int codePoint, String text) {
        super("Expected characters that the fonts of documents have, found "
                + String.format(Locale.ROOT, "U+%04X", codePoint) + printable(codePoint) + " in '"
                + shortened(text.strip()) + "' on the " + document + " of account " + account
                + "; replace the character in the reference data"
                + (FontFiles.hasRare() ? "" : ", or put the font ph-fonts-noto-sans-sc on the class path"));
    }

    private static String printable(int codePoint) {
        return Character.isISOControl(codePoint) ? "" : " (" + Character.toString(codePoint) + ")";
    }

    private static String shortened(String text) {
        int end = text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text.length()
                : text.offsetByCodePoints(0, LONGEST_TEXT);
        return text.substring(0, end);
    }
}
