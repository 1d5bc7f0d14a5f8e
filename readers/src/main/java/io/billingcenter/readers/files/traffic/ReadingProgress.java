package io.billingcenter.readers.files.traffic;

import java.util.concurrent.atomic.LongAdder;

/** How much was read so far by all readers that share it: to be looked at while they read. Nothing is computed from it. */
public final class ReadingProgress {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder bytesAgain = new LongAdder();

    /** Bytes of files as they lie on disk; a file that is done counts with its whole size, whatever was made of it. */
    public long bytes() {
        return bytes.sum();
    }

    /** Records of which it is decided what becomes of them; with slices, each in the slice of its id. */
    public long records() {
        return records.sum();
    }

    /** Bytes that are read once more than was planned. */
    public long bytesAgain() {
        return bytesAgain.sum();
    }

    /** So many bytes will be read once more than was planned. */
    public void readAgain(long more) {
        bytesAgain.add(more);
    }

    void add(long moreBytes, long moreRecords) {
        bytes.add(moreBytes);
        records.add(moreRecords);
    }
}
