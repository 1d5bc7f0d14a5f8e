package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.WorkspaceDayFold;

/** Where batches of records go to be folded, in the order they come. */
interface BatchFolding extends AutoCloseable {

    /** The batch to fill first. */
    RecordBatch first();

    /** Takes a full batch; the one to fill next, which may be the same. */
    RecordBatch fold(RecordBatch full);

    /** Waits until all batches are folded: then the fold is the caller's. */
    void finish();

    /**
     * An array that no batch refers to which is not folded yet.
     *
     * @param last the array in use, which may be taken again if that is allowed
     * @param length its least length
     */
    byte[] array(byte[] last, int length);

    @Override
    void close();

    /** Folds at once, in the thread that reads. */
    static BatchFolding atOnce(WorkspaceDayFold fold) {
        return new BatchFolding() {

            private final RecordBatch batch = new RecordBatch(32);

            @Override
            public RecordBatch first() {
                return batch;
            }

            @Override
            public RecordBatch fold(RecordBatch full) {
                full.foldInto(fold);
                return full;
            }

            @Override
            public void finish() {
                // all are folded
            }

            @Override
            public byte[] array(byte[] last, int length) {
                return last.length >= length ? last : new byte[length];
            }

            @Override
            public void close() {
                // there is nothing to be ended
            }
        };
    }
}
