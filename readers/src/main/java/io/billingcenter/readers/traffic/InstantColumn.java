package io.billingcenter.readers.traffic;

import io.billingcenter.domain.time.DaySpan;
import java.time.Instant;

/**
 * The time column: the last date with hour, and the last offset, are remembered as bytes, since most records have the
 * same; what differs goes to {@link Rfc3339}. Not for several threads.
 */
final class InstantColumn {

    /** No instant of the billing day at that place, or not one that is read here. */
    static final int NONE = -1;

    private static final int MINUTE = 14;
    private static final int FRACTION = 19;
    private static final int LONGEST_FRACTION = 9;
    private static final long HOUR_MASK = 0xFFFF_FFFF_FFFFL;
    /** No masked word is that. */
    private static final long NO_HOUR = -1;

    private static final long ZULU_MASK = 0xFFFFL;
    private static final long OFFSET_MASK = 0xFF_FFFF_FFFF_FFFFL;

    /** {@code 00:00}, what has to be added to make everything but {@code 59:59} overflow, and the places of overflow. */
    private static final long MINUTE_TEMPLATE = 0x30_303A_3030L;

    private static final long MINUTE_LIMITS = 0x76_7A7F_767AL;
    private static final long MINUTE_MASK = 0x80_8080_8080L;

    private final Rfc3339 grammar = new Rfc3339();
    private final long start;
    private final long seconds;
    private final boolean wholeSeconds;

    private long dateWord;
    private long hourWord = NO_HOUR;
    private long hourStart;
    private long zoneWord;
    private long zoneMask;
    private int zoneLength;
    private long secondOfDay;

    InstantColumn(DaySpan span) {
        this.start = span.start().getEpochSecond();
        this.seconds = span.end().getEpochSecond() - start;
        this.wholeSeconds = isWhole(span.start()) && isWhole(span.end());
    }

    private static boolean isWhole(Instant instant) {
        return instant.equals(Instant.ofEpochSecond(instant.getEpochSecond()));
    }

    /** Reads an instant of the billing day; the index behind the comma that follows it, or {@link #NONE}. */
    int read(byte[] bytes, int at) {
        long minutes = Words.at(bytes, at + MINUTE) ^ MINUTE_TEMPLATE;
        boolean sameHour = Words.at(bytes, at) == dateWord && (Words.at(bytes, at + 8) & HOUR_MASK) == hourWord;
        int zone = behindFraction(bytes, at + FRACTION);
        long zoneFound = Words.at(bytes, zone) & zoneMask;
        if (!sameHour || zoneFound != zoneWord || ((minutes + MINUTE_LIMITS | minutes) & MINUTE_MASK) != 0) {
            return readByGrammar(bytes, at);
        }
        long minute = (minutes & 0xF) * 10 + (minutes >>> 8 & 0xF);
        long second = (minutes >>> 24 & 0xF) * 10 + (minutes >>> 32 & 0xF);
        secondOfDay = hourStart + minute * 60 + second;
        return secondOfDay >= 0 && secondOfDay < seconds ? zone + zoneLength : NONE;
    }

    /** The hour of the billing day in which the last instant read lies, from 0. */
    int hour() {
        return (int) secondOfDay / 3600;
    }

    /** Index behind a fraction of 1 to 9 digits; where there is none, an index where no zone stands or the zone itself. */
    private static int behindFraction(byte[] bytes, int at) {
        if (bytes[at] != '.') {
            return at;
        }
        int digits = Words.first(Words.notDigits(Words.at(bytes, at + 1) ^ Words.ZEROS));
        int behind = at + 1 + digits;
        boolean nine = digits == Long.BYTES && bytes[behind] >= '0' && bytes[behind] <= '9';
        return digits == 0 ? at : nine ? at + 1 + LONGEST_FRACTION : behind;
    }

    private int readByGrammar(byte[] bytes, int at) {
        int end = Words.endOfText(bytes, at);
        if (!wholeSeconds || bytes[end] != ',' || !grammar.parse(bytes, at, end)) {
            return NONE;
        }
        boolean zulu = bytes[end - 1] == 'Z' || bytes[end - 1] == 'z';
        int zone = zulu ? end - 1 : end - 6;
        secondOfDay = grammar.epochSecond() - start;
        if (secondOfDay < 0 || secondOfDay >= seconds) {
            return NONE;
        }
        dateWord = Words.at(bytes, at);
        hourWord = Words.at(bytes, at + 8) & HOUR_MASK;
        hourStart = secondOfDay - secondOfHour(bytes, at + MINUTE);
        zoneMask = zulu ? ZULU_MASK : OFFSET_MASK;
        zoneWord = Words.at(bytes, zone) & zoneMask;
        zoneLength = end + 1 - zone;
        return end + 1;
    }

    private static long secondOfHour(byte[] bytes, int at) {
        long minutes = Words.at(bytes, at) ^ MINUTE_TEMPLATE;
        return ((minutes & 0xF) * 10 + (minutes >>> 8 & 0xF)) * 60
                + (minutes >>> 24 & 0xF) * 10
                + (minutes >>> 32 & 0xF);
    }
}
