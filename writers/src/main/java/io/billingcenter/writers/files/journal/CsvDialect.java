package io.billingcenter.writers.files.journal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The dialects of CSV files that other programs read. Lines end with CRLF in all of them. */
public enum CsvDialect {
    /** RFC 4180 in UTF-8, as the delivered files for programs are. */
    STANDARD(',', StandardCharsets.UTF_8, '.', false, false),
    /** The same with a byte order mark, by which programs of Windows recognise UTF-8. */
    MARKED(',', StandardCharsets.UTF_8, '.', true, false),
    /** Semicolons, decimal commas, Windows-1252, and quotes around every text. */
    DATEV(';', Charset.forName("windows-1252"), ',', false, true);

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] NO_MARK = {};

    private final char separator;
    private final Charset charset;
    private final char decimalMark;
    private final boolean marked;
    private final boolean quotesTexts;

    CsvDialect(char separator, Charset charset, char decimalMark, boolean marked, boolean quotesTexts) {
        this.separator = separator;
        this.charset = charset;
        this.decimalMark = decimalMark;
        this.marked = marked;
        this.quotesTexts = quotesTexts;
    }

    /** Returns the character between cells. */
    public char separator() {
        return separator;
    }

    /** Returns the encoding. */
    public Charset charset() {
        return charset;
    }

    /** Returns the character before the decimals of a number. */
    public char decimalMark() {
        return decimalMark;
    }

    /** Returns whether cells of text have quotes even where they need none. */
    public boolean quotesTexts() {
        return quotesTexts;
    }

    /** Returns the bytes before the first line; often none. */
    byte[] mark() {
        return marked ? MARK.clone() : NO_MARK;
    }
}
