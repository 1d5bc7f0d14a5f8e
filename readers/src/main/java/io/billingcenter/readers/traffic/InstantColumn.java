package io.billingcenter.readers.traffic;

import io.billingcenter.domain.time.DaySpan;
import java.time.Instant;

/**
 * The time column. Most records have the date, hour, number of digits and offset of the record before; these are
 * remembered as a pattern of five words, so that minute, second and fraction are all that is looked at. What does not
 * fit goes to {@link Rfc3339} and makes the next pattern. Not for several threads.
 */
final class InstantColumn {

    /** No instant of the billing day at that place, or not one that is read here. */
    static final int NONE = -1;

    private static final int MINUTE = 14;
    private static final int MINUTE_TENS = 0;
    private static final int SECOND_TENS = 3;
    private static final int PATTERN_BYTES = 3 * Long.BYTES;
    private static final long HOUR_MASK = 0xFFFF_FFFF_FFFFL;
    private static final long NO_HOUR = -1;

    /** What has to be added so that everything but the byte itself, digits or digits up to 5 reaches the highest bit. */
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
    private long dateWord;
    private long hourWord = NO_HOUR;
    private long hourStart;
    private int length;
    private long secondOfDay;

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

    /** Reads an instant of the billing day; the index behind the comma that follows it, or {@link #NONE}. */
    int read(byte[] bytes, int at) {
        long date = Words.at(bytes, at) ^ dateWord;
        long hour = Words.at(bytes, at + 8) & HOUR_MASK ^ hourWord;
        long minutes = Words.at(bytes, at + MINUTE) ^ text1;
        long fraction = Words.at(bytes, at + MINUTE + 8) ^ text2;
        long zone = Words.at(bytes, at + MINUTE + 16) ^ text3;
        long faults = (minutes + limit1 | minutes) & places1
                | (fraction + limit2 | fraction) & places2
                | (zone + limit3 | zone) & places3;
        if ((date | hour | faults) != 0) {
            return readByGrammar(bytes, at);
        }
        long minute = (minutes & 0xF) * 10 + (minutes >>> 8 & 0xF);
        long second = (minutes >>> 24 & 0xF) * 10 + (minutes >>> 32 & 0xF);
        secondOfDay = hourStart + minute * 60 + second;
        return secondOfDay >= 0 && secondOfDay < seconds ? at + length : NONE;
    }

    /** The hour of the billing day in which the last instant read lies, from 0. */
    int hour() {
        return (int) secondOfDay / 3600;
    }

    private static boolean isWhole(Instant instant) {
        return instant.equals(Instant.ofEpochSecond(instant.getEpochSecond()));
    }

    private int readByGrammar(byte[] bytes, int at) {
        int end = Words.endOfText(bytes, at);
        if (!wholeSeconds || bytes[end] != ',' || !grammar.parse(bytes, at, end)) {
            return NONE;
        }
        secondOfDay = grammar.epochSecond() - start;
        if (secondOfDay < 0 || secondOfDay >= seconds) {
            return NONE;
        }
        remember(bytes, at, end + 1);
        return end + 1;
    }

    private void remember(byte[] bytes, int at, int behind) {
        length = behind - at;
        dateWord = Words.at(bytes, at);
        hourWord = Words.at(bytes, at + 8) & HOUR_MASK;
        int zone = zoneOf(bytes, behind - 1) - at - MINUTE;
        for (int index = 0; index < PATTERN_BYTES; index++) {
            byte c = bytes[at + MINUTE + index];
            boolean digit = index < zone && c >= '0' && c <= '9';
            boolean tens = index == MINUTE_TENS || index == SECOND_TENS;
            texts[index] = digit ? (byte) '0' : c;
            limits[index] = !digit ? EXACTLY : tens ? UP_TO_FIVE : UP_TO_NINE;
            places[index] = index < length - MINUTE ? Byte.MIN_VALUE : 0;
        }
        takePattern();
        long minutes = Words.at(bytes, at + MINUTE) ^ text1;
        long minute = (minutes & 0xF) * 10 + (minutes >>> 8 & 0xF);
        long second = (minutes >>> 24 & 0xF) * 10 + (minutes >>> 32 & 0xF);
        hourStart = secondOfDay - minute * 60 - second;
    }

    /** Index at which the offset of a well-formed instant begins. */
    private static int zoneOf(byte[] bytes, int end) {
        boolean zulu = bytes[end - 1] == 'Z' || bytes[end - 1] == 'z';
        return zulu ? end - 1 : end - 6;
    }

    private void takePattern() {
        text1 = Words.at(texts, 0);
        text2 = Words.at(texts, 8);
        text3 = Words.at(texts, 16);
        limit1 = Words.at(limits, 0);
        limit2 = Words.at(limits, 8);
        limit3 = Words.at(limits, 16);
        places1 = Words.at(places, 0);
        places2 = Words.at(places, 8);
        places3 = Words.at(places, 16);
    }
}
