package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionSink;
import java.util.ArrayList;
import java.util.List;

/** Takes rejections in any thread and passes them on in one, in the order they came. */
final class RelayedRejections implements RejectionSink {

    private final RejectionSink sink;
    private List<Rejection> waiting = new ArrayList<>();

    RelayedRejections(RejectionSink sink) {
        this.sink = sink;
    }

    @Override
    public synchronized void accept(Rejection rejection) {
        waiting.add(rejection);
    }

    /** Passes on what has come so far. */
    void passOn() {
        taken().forEach(sink::accept);
    }

    private synchronized List<Rejection> taken() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Rejection> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
