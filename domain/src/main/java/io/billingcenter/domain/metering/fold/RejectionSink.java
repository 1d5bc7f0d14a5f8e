package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Rejection;

/** Receives rejections as they are found, so that the rejected records of a file need not fit into memory. */
@FunctionalInterface
public interface RejectionSink {

    /** Accepts a rejection. */
    void accept(Rejection rejection);
}
