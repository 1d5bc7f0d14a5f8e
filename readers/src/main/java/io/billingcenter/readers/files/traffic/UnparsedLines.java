package io.billingcenter.readers.files.traffic;

/** Lines of an array that are still to be read. */
final class UnparsedLines {

    private int start;
    private int end;
    private long number;

    /**
     * There are these.
     *
     * @param newNumber number of the first one
     */
    void set(int newStart, int newEnd, long newNumber) {
        start = newStart;
        end = newEnd;
        number = newNumber;
    }

    /** There are those from that index on. */
    void resumeAt(int newStart, long newNumber) {
        start = newStart;
        number = newNumber;
    }

    boolean isEmpty() {
        return start >= end;
    }

    /** Index of the first one. */
    int start() {
        return start;
    }

    /** Index behind the line end of the last one. */
    int end() {
        return end;
    }

    /** Number of the first one. */
    long number() {
        return number;
    }
}
