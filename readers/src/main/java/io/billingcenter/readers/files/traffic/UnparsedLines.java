package io.billingcenter.readers.files.traffic;

/** The lines of an array that are still to be parsed. */
final class UnparsedLines {

    private int start;
    private int end;
    private long number;

    /**
     * Sets the lines.
     *
     * @param newNumber number of the first line
     */
    void set(int newStart, int newEnd, long newNumber) {
        start = newStart;
        end = newEnd;
        number = newNumber;
    }

    /** Resumes at that index. */
    void resumeAt(int newStart, long newNumber) {
        start = newStart;
        number = newNumber;
    }

    boolean isEmpty() {
        return start >= end;
    }

    /** Returns the index of the first line. */
    int start() {
        return start;
    }

    /** Returns the index after the line end of the last line. */
    int end() {
        return end;
    }

    /** Returns the number of the first line. */
    long number() {
        return number;
    }
}
