package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.usage.Rejection;
import java.util.ArrayList;
import java.util.List;

/** Buffers rejections until they are known to be final, up to a limit that bounds memory whatever the input. */
final class PendingRejections implements RejectionSink {

    /** Thrown when there are more rejections than the buffer may hold. */
    static final class TooManyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyException() {
            super("more rejections than are held back", null, false, false);
        }
    }

    private static final int MAX_BYTES = 8 << 20;
    private static final int BASE_BYTES = 500;

    private final List<Rejection> pending = new ArrayList<>();
    private long bytes;

    @Override
    public void accept(Rejection rejection) {
        bytes += BASE_BYTES + rejection.raw().length;
        if (bytes > MAX_BYTES) {
            throw new TooManyException();
        }
        pending.add(rejection);
    }

    /** Passes the rejections on, in the order they were found. */
    void release(RejectionSink sink) {
        pending.forEach(sink::accept);
    }

    /** Discards the rejections. */
    void discard() {
        pending.clear();
    }
}
