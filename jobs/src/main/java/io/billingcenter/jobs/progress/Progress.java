package io.billingcenter.jobs.progress;

import java.time.Duration;
import java.util.Locale;

/**
 * The progress of reading, and its texts.
 *
 * @param bytes read so far, at most all of them
 * @param totalBytes to be read
 * @param records read so far
 * @param bytesASecond of late, or {@link #UNKNOWN}
 * @param recordsASecond of late, or {@link #UNKNOWN}
 */
record Progress(long bytes, long totalBytes, long records, long bytesASecond, long recordsASecond) {

    /** A rate that is not known yet. */
    static final long UNKNOWN = -1;

    private static final int LONGEST_BAR = 15;
    private static final int FRAME_OF_BAR = 3;
    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_MINUTES = 60;
    private static final int MOST_HOURS = 100;
    private static final long TENTH_MILLIS = 100;

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    /** Limits the figures to possible ones: files may have grown since they were listed, and counters change while they are read. */
    Progress {
        bytes = Math.max(0, Math.min(bytes, totalBytes));
        records = Math.max(0, records);
    }

    /** Returns the text for a terminal: {@code [======>        ]  45 %  4.1 GB of 9.1 GB  476,190 records/s  12 min left}. */
    String bar() {
        String text = String.format(Locale.ROOT, "%3d %%  %s", percent(), bytesOfBytes()) + rateAndTimeLeft("  ");
        int room = ProgressOutput.LONGEST_LINE - text.length() - FRAME_OF_BAR;
        int cells = Math.max(1, Math.min(LONGEST_BAR, room));
        int full = percent() * cells / 100;
        String head = full < cells ? ">" : "";
        return "[" + "=".repeat(full) + head + " ".repeat(cells - full - head.length()) + "] " + text;
    }

    /** Returns the text for the log: {@code 45 %, 4.1 GB of 9.1 GB, 12,345,678 records, 476,190 records/s, 12 min left}. */
    String line() {
        return percent() + " %, " + bytesOfBytes() + ", " + counted(records) + rateAndTimeLeft(", ");
    }

    /** Returns the text for the log at the end: {@code 9.1 GB and 12,345,678 records in 1,203.5 s: 10,257 records/s}. */
    static String summary(long bytes, long records, Duration elapsed) {
        long millis = Math.max(0, elapsed.toMillis());
        String text = String.format(
                Locale.ROOT,
                "%s and %s in %,d.%d s",
                amount(bytes),
                counted(records),
                millis / 1000,
                millis % 1000 / TENTH_MILLIS);
        return millis < TENTH_MILLIS ? text : text + ": " + counted(records * 1000 / millis) + "/s";
    }

    private int percent() {
        return totalBytes == 0 ? 100 : (int) (bytes * 100 / totalBytes);
    }

    private String bytesOfBytes() {
        return amount(bytes) + " of " + amount(totalBytes);
    }

    private String rateAndTimeLeft(String separator) {
        String rate = recordsASecond == UNKNOWN ? "" : separator + counted(recordsASecond) + "/s";
        String left = timeLeft();
        return rate + (left.isEmpty() ? "" : separator + left + " left");
    }

    /** Returns the time left, coarse and rounded up; empty when it is not known, or nothing is left. */
    private String timeLeft() {
        if (bytesASecond <= 0 || bytes == totalBytes) {
            return "";
        }
        long seconds = (totalBytes - bytes - 1) / bytesASecond + 1;
        if (seconds < MINUTE_SECONDS) {
            return seconds + " s";
        }
        long minutes = (seconds - 1) / MINUTE_SECONDS + 1;
        if (minutes < HOUR_MINUTES) {
            return minutes + " min";
        }
        long hours = minutes / HOUR_MINUTES;
        return hours < MOST_HOURS
                ? String.format(Locale.ROOT, "%d h %02d min", hours, minutes % HOUR_MINUTES)
                : "over " + MOST_HOURS + " h";
    }

    /** Returns a size in the largest unit that it reaches, truncated to tenths. */
    private static String amount(long bytes) {
        int unit = 0;
        long tenths = bytes * 10;
        while (tenths >= 10_000 && unit < UNITS.length - 1) {
            tenths /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%d.%d %s", tenths / 10, tenths % 10, UNITS[unit]);
    }

    private static String counted(long records) {
        return String.format(Locale.ROOT, records == 1 ? "%,d record" : "%,d records", records);
    }
}
