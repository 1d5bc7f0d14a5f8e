package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.usage.Rejection;
import java.util.ArrayList;
import java.util.List;

/** Holds rejections back until it is known that they stand; only so many that memory does not depend on the input. */
final class PendingRejections implements RejectionSink {

    /** There are more rejections than are held back. */
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

    /** Passes them on, in the order found. */
    void release(RejectionSink sink) {
        pending.forEach(sink::accept);
    }

    /** Forgets them. */
    void discard() {
        pending.clear();
    }
}
