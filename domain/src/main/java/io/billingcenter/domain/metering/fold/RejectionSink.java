package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Rejection;

/** Takes rejections as they are found, so that a file of bad records need not fit into memory. */
@FunctionalInterface
public interface RejectionSink {

    /** Keeps the rejection. */
    void accept(Rejection rejection);
}
