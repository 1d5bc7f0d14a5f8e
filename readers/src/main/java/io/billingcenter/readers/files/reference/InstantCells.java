package io.billingcenter.readers.files.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants in RFC 3339 format: {@code T} and {@code Z} in either case, at most nine fraction digits. */
final class InstantCells {

    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;

    private InstantCells() {}

    /** Returns the instant; empty if the text is not one, which includes leap seconds and 24:00. */
    static Optional<Instant> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean utc = matcher.group(3) == null;
        int hours = utc ? 0 : Integer.parseInt(matcher.group(4));
        int minutes = utc ? 0 : Integer.parseInt(matcher.group(5));
        if (hours > LAST_HOUR || minutes > LAST_MINUTE) {
            return Optional.empty();
        }
        long offsetMinutes = ("-".equals(matcher.group(3)) ? -1L : 1L) * (hours * 60L + minutes);
        try {
            LocalDateTime local = LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2));
            return Optional.of(local.minusMinutes(offsetMinutes).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
