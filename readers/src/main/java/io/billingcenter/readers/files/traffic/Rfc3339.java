package io.billingcenter.readers.files.traffic;

/**
 * Parses an instant by the RFC 3339 grammar (reading B3): {@code T} and {@code Z} in either case, 1 to 9 fraction
 * digits, offsets from 00:00 to 23:59 of either sign; no leap second, no 24:00. A successful call leaves its result in
 * {@link #epochSecond()} and {@link #nano()}. Not thread-safe.
 */
final class Rfc3339 {

    private static final int BAD = -1;
    private static final int DATE_AND_TIME_LENGTH = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int FRACTION_DIGITS = 9;
    private static final int DAYS_FROM_0000_03_01_TO_EPOCH = 719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;

    private long epochSecond;
    private int nano;

    /** Returns the seconds from 1970-01-01T00:00:00Z of the last instant. */
    long epochSecond() {
        return epochSecond;
    }

    /** Returns the nanoseconds of the second, 0 to 999,999,999. */
    int nano() {
        return nano;
    }

    /** Parses the range; returns whether it is an instant. */
    boolean parse(byte[] bytes, int from, int to) {
        if (to - from <= DATE_AND_TIME_LENGTH) {
            return false;
        }
        long day = epochDay(bytes, from);
        int second = secondOfDay(bytes, from + 11);
        boolean separated = isLetter(bytes[from + 10], 'T');
        int zone = fraction(bytes, from + DATE_AND_TIME_LENGTH, to);
        if (day == Long.MIN_VALUE || second == BAD || !separated || zone == BAD) {
            return false;
        }
        if (zone + 1 == to && isLetter(bytes[zone], 'Z')) {
            epochSecond = day * 86_400 + second;
            return true;
        }
        int offset = zone + OFFSET_LENGTH == to ? offsetSeconds(bytes, zone) : BAD;
        epochSecond = day * 86_400 + second - (bytes[zone] == '-' ? -offset : offset);
        return offset != BAD;
    }

    private static long epochDay(byte[] bytes, int at) {
        int year = digits(bytes, at, 4);
        int month = digits(bytes, at + 5, 2);
        int day = digits(bytes, at + 8, 2);
        boolean grammar = year != BAD && bytes[at + 4] == '-' && bytes[at + 7] == '-';
        if (!grammar || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return Long.MIN_VALUE;
        }
        // Years are counted from March, so that the leap day is the last day of its year.
        int marchYear = month > 2 ? year : year - 1;
        int era = Math.floorDiv(marchYear, 400);
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_OF_400_YEARS + dayOfEra - DAYS_FROM_0000_03_01_TO_EPOCH;
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static int secondOfDay(byte[] bytes, int at) {
        int hour = digits(bytes, at, 2);
        int minute = digits(bytes, at + 3, 2);
        int second = digits(bytes, at + 6, 2);
        boolean grammar = bytes[at + 2] == ':' && bytes[at + 5] == ':';
        if (!grammar || hour == BAD || minute == BAD || second == BAD || hour > 23 || minute > 59 || second > 59) {
            return BAD;
        }
        return hour * 3600 + minute * 60 + second;
    }

    /** Parses the fraction, if there is one; returns the index after it, where the zone must begin. */
    private int fraction(byte[] bytes, int at, int to) {
        nano = 0;
        if (bytes[at] != '.') {
            return at;
        }
        int index = at + 1;
        while (index < to && bytes[index] >= '0' && bytes[index] <= '9') {
            index++;
        }
        int length = index - at - 1;
        if (length < 1 || length > FRACTION_DIGITS || index == to) {
            return BAD;
        }
        for (int digit = 1; digit <= FRACTION_DIGITS; digit++) {
            nano = nano * 10 + (digit <= length ? bytes[at + digit] - '0' : 0);
        }
        return index;
    }

    private static int offsetSeconds(byte[] bytes, int at) {
        int hours = digits(bytes, at + 1, 2);
        int minutes = digits(bytes, at + 4, 2);
        boolean grammar = (bytes[at] == '+' || bytes[at] == '-') && bytes[at + 3] == ':';
        if (!grammar || hours == BAD || minutes == BAD || hours > 23 || minutes > 59) {
            return BAD;
        }
        return hours * 3600 + minutes * 60;
    }

    private static boolean isLetter(byte c, char upperCase) {
        return c == upperCase || c == Character.toLowerCase(upperCase);
    }

    private static int digits(byte[] bytes, int at, int length) {
        int value = 0;
        for (int index = at; index < at + length; index++) {
            int digit = bytes[index] - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
