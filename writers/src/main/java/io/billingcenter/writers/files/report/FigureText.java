package io.billingcenter.writers.files.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people. */
final class FigureText {

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private FigureText() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 file", "2 files". */
    static String count(long number, String one, String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }

    /** With all its decimals, in groups of three digits. */
    static String plain(BigDecimal number) {
        return grouped(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    /** With its decimals as they are. */
    static String grouped(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (number.signum() < 0 ? "-" : "") + grouped;
    }

    /** With its sign, also when it is more than 0. */
    static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + grouped(number);
    }

    /** Three digits at most before a prefix of thousands; one decimal where that leaves less than ten. */
    static String compact(BigDecimal number) {
        return scaled(number, PREFIXES, "");
    }

    static String bytes(long number) {
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
