package io.billingcenter.benchmarks.figures;

import java.util.Locale;
import java.util.stream.LongStream;

/** Medians, and numbers as people read them. */
public final class Figures {

    /** What stands for a figure that is not known. */
    public static final String UNKNOWN = "-";

    private Figures() {}

    /** The middle one, or the middle between the two; 0 of none. */
    public static long median(LongStream figures) {
        long[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Hundredths with two decimals: 150 is 1.50. */
    public static String hundredths(long hundredths) {
        return String.format(Locale.ROOT, "%,d.%02d", hundredths / 100, hundredths % 100);
    }

    /** Tenths with one decimal: 15 is 1.5. */
    public static String tenths(long tenths) {
        return String.format(Locale.ROOT, "%,d.%d", tenths / 10, tenths % 10);
    }

    /** A value in a larger unit with two decimals; a dash for 0, which means that it is not known. */
    public static String inUnits(long value, long unit) {
        return value == 0 ? UNKNOWN : hundredths(value * 100 / unit);
    }

    /** A whole number with its thousands set apart. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Records a second; a dash when there is no time. */
    public static String perSecond(long records, long millis) {
        return millis == 0 ? UNKNOWN : count(records * 1_000 / millis);
    }
}
