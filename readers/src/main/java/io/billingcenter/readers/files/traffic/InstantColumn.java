package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.time.DaySpan;
import java.time.Instant;

/**
 * Parses the time column. Most records share the date, minute, number of digits and offset of the previous record.
 * These are kept as a pattern of five words, so that only the digits of second and fraction are compared. Another
 * minute of the same hour is parsed here as well, and everything else by {@link Rfc3339}; both set the next pattern.
 * Not thread-safe.
 */
final class InstantColumn {

    /** Not an instant of the billing day, or not one that is parsed here. */
    static final int NONE = -1;

    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_SECONDS = 3600;
    private static final int SECOND = 16;
    private static final int SECOND_TENS = 1;
    private static final int PATTERN_BYTES = 3 * Long.BYTES;
    private static final long HOUR_MASK = 0xFFFF_FFFF_FFFFL;
    private static final int MINUTE_TENS_SHIFT = 48;
    private static final int MINUTE_ONES_SHIFT = 56;

    /** Addends that carry into the highest bit everything but the byte itself, a digit, or a digit up to 5. */
    private static final byte EXACTLY = 0x7F;

    private static final byte UP_TO_NINE = 0x76;
    private static final byte UP_TO_FIVE = 0x7A;

    private final Rfc3339 grammar = new Rfc3339();
    private final long start;
    private final long seconds;
    private final boolean wholeSeconds;

    private final byte[] texts = new byte[PATTERN_BYTES];
    private final byte[] limits = new byte[PATTERN_BYTES];
    private final byte[] places = new byte[PATTERN_BYTES];

    /** 0 if the remembered minute is within one hour of the day, else not 0. */
    private long unknown = 1;

    private long dateWord;
    private long minuteWord;
    private long hourStart;
    private int hour;
    private int length;

    private long text1;
    private long text2;
    private long text3;
    private long limit1;
    private long limit2;
    private long limit3;
    private long places1;
    private long places2;
    private long places3;

    InstantColumn(DaySpan span) {
        this.start = span.start().getEpochSecond();
        this.seconds = span.end().getEpochSecond() - start;
        this.wholeSeconds = isWhole(span.start()) && isWhole(span.end());
    }

    /** Parses an instant of the billing day; returns the index after the comma that follows it, or {@link #NONE}. */
    int read(byte[] bytes, int at) {
        long date = SwarBytes.at(bytes, at) ^ dateWord;
        long minute = SwarBytes.at(bytes, at + 8) ^ minuteWord;
        long second = SwarBytes.at(bytes, at + SECOND) ^ text1;
        long fraction = SwarBytes.at(bytes, at + SECOND + 8) ^ text2;
        long zone = SwarBytes.at(bytes, at + SECOND + 16) ^ text3;
        long faults = (second + limit1 | second) & places1
                | (fraction + limit2 | fraction) & places2
                | (zone + limit3 | zone) & places3
                | date
                | unknown;
        if ((faults | minute) == 0) {
            return at + length;
        }
        boolean sameHour = (faults | minute & HOUR_MASK) == 0;
        return sameHour && acceptsMinute(minute ^ minuteWord) ? at + length : readByGrammar(bytes, at);
    }

    /** Returns the hour of the billing day of the last instant, from 0. */
    int hour() {
        return hour;
    }

    private static boolean isWhole(Instant instant) {
        return instant.equals(Instant.ofEpochSecond(instant.getEpochSecond()));
    }

    /** Switches to another minute of the remembered hour. */
    private boolean acceptsMinute(long word) {
        long tens = (word >>> MINUTE_TENS_SHIFT & 0xFF) - '0';
        long ones = (word >>> MINUTE_ONES_SHIFT) - '0';
        if (tens < 0 || tens > 5 || ones < 0 || ones > 9) {
            return false;
        }
        long minuteStart = hourStart + (tens * 10 + ones) * MINUTE_SECONDS;
        if (!isOfOneHour(minuteStart)) {
            return false;
        }
        minuteWord = word;
        hour = (int) minuteStart / HOUR_SECONDS;
        return true;
    }

    /** Returns whether the whole minute is in one hour of the day, which offsets with seconds may prevent. */
    private boolean isOfOneHour(long minuteStart) {
        long last = minuteStart + MINUTE_SECONDS - 1;
        return minuteStart >= 0 && last < seconds && minuteStart / HOUR_SECONDS == last / HOUR_SECONDS;
    }

    private int readByGrammar(byte[] bytes, int at) {
        int end = SwarBytes.endOfText(bytes, at);
        if (!wholeSeconds || bytes[end] != ',' || !grammar.parse(bytes, at, end)) {
            return NONE;
        }
        long secondOfDay = grammar.epochSecond() - start;
        if (secondOfDay < 0 || secondOfDay >= seconds) {
            return NONE;
        }
        hour = (int) secondOfDay / HOUR_SECONDS;
        remember(bytes, at, end + 1, secondOfDay);
        return end + 1;
    }

    private void remember(byte[] bytes, int at, int next, long secondOfDay) {
        length = next - at;
        dateWord = SwarBytes.at(bytes, at);
        minuteWord = SwarBytes.at(bytes, at + 8);
        int zone = zoneOf(bytes, next - 1) - at - SECOND;
        for (int index = 0; index < PATTERN_BYTES; index++) {
            byte c = bytes[at + SECOND + index];
            boolean digit = index < zone && c >= '0' && c <= '9';
            texts[index] = digit ? (byte) '0' : c;
            limits[index] = !digit ? EXACTLY : index == SECOND_TENS ? UP_TO_FIVE : UP_TO_NINE;
            places[index] = index < length - SECOND ? Byte.MIN_VALUE : 0;
        }
        takePattern();
        long minuteStart = secondOfDay - twoDigits(bytes, at + SECOND + 1);
        hourStart = minuteStart - (long) twoDigits(bytes, at + SECOND - 2) * MINUTE_SECONDS;
        unknown = isOfOneHour(minuteStart) ? 0 : 1;
    }

    private static int twoDigits(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    /** Returns the index at which the offset of a well-formed instant begins. */
    private static int zoneOf(byte[] bytes, int end) {
        boolean zulu = bytes[end - 1] == 'Z' || bytes[end - 1] == 'z';
        return zulu ? end - 1 : end - 6;
    }

    private void takePattern() {
        text1 = SwarBytes.at(texts, 0);
        text2 = SwarBytes.at(texts, 8);
        text3 = SwarBytes.at(texts, 16);
        limit1 = SwarBytes.at(limits, 0);
        limit2 = SwarBytes.at(limits, 8);
        limit3 = SwarBytes.at(limits, 16);
        places1 = SwarBytes.at(places, 0);
        places2 = SwarBytes.at(places, 8);
        places3 = SwarBytes.at(places, 16);
    }
}
