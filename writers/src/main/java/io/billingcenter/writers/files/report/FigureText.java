package io.billingcenter.writers.files.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers for people. Public, because templates call it. */
public final class FigureText {

    /** The formats as an object, through which templates call the methods. */
    static final FigureText FOR_TEMPLATES = new FigureText();

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private FigureText() {}

    /** Returns the number in groups of three digits. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a count with its unit: "1 file", "2 files". */
    public static String count(long number, String one, String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }

    /** Returns the number with all its significant decimals, in groups of three digits. */
    public static String plain(BigDecimal number) {
        return grouped(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    /** Returns the number with its decimals unchanged, in groups of three digits. */
    public static String grouped(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (number.signum() < 0 ? "-" : "") + grouped;
    }

    /** Returns the number with its sign, also if it is above 0. */
    public static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + grouped(number);
    }

    /** Returns at most three digits before a prefix of thousands, with one decimal for values below ten. */
    public static String compact(BigDecimal number) {
        return scaled(number, PREFIXES, "");
    }

    /** Returns a number of bytes with a decimal prefix, rounded as by {@link #compact}. */
    public static String bytes(long number) {
        return scaled(BigDecimal.valueOf(number), BYTES, " ");
    }

    private static String scaled(BigDecimal number, String[] units, String before) {
        BigDecimal left = number;
        int unit = 0;
        while (left.abs().compareTo(THOUSAND) >= 0 && unit < units.length - 1) {
            left = left.divide(THOUSAND);
            unit++;
        }
        int decimals = left.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0;
        return plain(left.setScale(decimals, RoundingMode.HALF_UP)) + before + units[unit];
    }
}
