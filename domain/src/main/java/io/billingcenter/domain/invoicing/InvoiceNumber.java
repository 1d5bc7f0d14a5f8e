package io.billingcenter.domain.invoicing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a final invoice, gapless within its series and year; written {@code INV-2026-000001}.
 *
 * @param sequence number within the series and year, from 1
 */
public record InvoiceNumber(String series, int year, long sequence) {

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w-])([\\w-]+)-([0-9]{4})-([0-9]{6,18})(?![\\w-])");

    /** Returns the numbers in a line of a file; words that merely have the same form may be among them. */
    public static List<InvoiceNumber> in(String line) {
        return IN_TEXT.matcher(line)
                .results()
                .map(number -> new InvoiceNumber(
                        number.group(1), Integer.parseInt(number.group(2)), Long.parseLong(number.group(3))))
                .toList();
    }

    /** Returns the number after this one. */
    public InvoiceNumber next() {
        return new InvoiceNumber(series, year, sequence + 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d-%06d", series, year, sequence);
    }
}
