package io.billingcenter.readers.files.traffic;

import java.util.concurrent.atomic.LongAdder;

/** The progress of all readers that share it, which can be observed while they read. No result depends on it. */
public final class ReadingProgress {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder bytesAgain = new LongAdder();

    /**
     * Returns the bytes of files as stored on disk; a finished file counts with its whole size, whatever its outcome.
     */
    public long bytes() {
        return bytes.sum();
    }

    /** Returns the records that were decided on; with slices, each in the slice of its id. */
    public long records() {
        return records.sum();
    }

    /** Returns the bytes that are read in addition to the plan. */
    public long bytesAgain() {
        return bytesAgain.sum();
    }

    /** Adds bytes that will be read in addition to the plan. */
    public void readAgain(long more) {
        bytesAgain.add(more);
    }

    void add(long moreBytes, long moreRecords) {
        bytes.add(moreBytes);
        records.add(moreRecords);
    }
}
