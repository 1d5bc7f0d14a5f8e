package io.billingcenter.benchmarks.figures;

import java.util.Locale;
import java.util.stream.LongStream;

/** Computes medians and formats numbers for people. */
public final class Figures {

    /** The text of an unknown figure. */
    public static final String UNKNOWN = "-";

    private Figures() {}

    /** Returns the middle value, or the mean of the two in the middle; 0 if there are none. */
    public static long median(LongStream figures) {
        long[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Formats hundredths with two decimals: 150 is 1.50. */
    public static String hundredths(long hundredths) {
        return String.format(Locale.ROOT, "%,d.%02d", hundredths / 100, hundredths % 100);
    }

    /** Formats tenths with one decimal: 15 is 1.5. */
    public static String tenths(long tenths) {
        return String.format(Locale.ROOT, "%,d.%d", tenths / 10, tenths % 10);
    }

    /** Formats a value in a larger unit with two decimals; a dash for 0, which stands for an unknown value. */
    public static String inUnits(long value, long unit) {
        return value == 0 ? UNKNOWN : hundredths(value * 100 / unit);
    }

    /** Formats a whole number with grouped thousands. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns the records per second; a dash if there is no time. */
    public static String perSecond(long records, long millis) {
        return millis == 0 ? UNKNOWN : count(records * 1_000 / millis);
    }
}
