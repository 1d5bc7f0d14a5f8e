package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processor time of a process until now, user and system, as the kernel of Linux counts it; 0 on other systems and
 * for a process that has ended.
 *
 * @param own milliseconds of the process itself
 * @param ofChildren milliseconds of its ended children
 */
record ProcessTimes(long own, long ofChildren) {

    private static final ProcessTimes UNKNOWN = new ProcessTimes(0, 0);
    private static final int MILLIS_PER_TICK = 10;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int CHILD_USER_TIME = 13;
    private static final int CHILD_SYSTEM_TIME = 14;

    /** Returns the times of the process with that id. */
    static ProcessTimes of(long pid) {
        return read(Path.of("/proc/" + pid + "/stat"));
    }

    /** Returns the times of this process. */
    static ProcessTimes ofSelf() {
        return read(Path.of("/proc/self/stat"));
    }

    /** Returns the time of the process and its ended children. */
    long withChildren() {
        return own + ofChildren;
    }

    private static ProcessTimes read(Path file) {
        String stat;
        try {
            stat = Files.readString(file, UTF_8);
        } catch (IOException e) {
            // There is no such file, or the process ended while it was read.
            return UNKNOWN;
        }
        // The name of the program, in parentheses, may contain blanks; the counters follow it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new ProcessTimes(
                MILLIS_PER_TICK * (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])),
                MILLIS_PER_TICK
                        * (Long.parseLong(fields[CHILD_USER_TIME]) + Long.parseLong(fields[CHILD_SYSTEM_TIME])));
    }
}
