package io.billingcenter.domain.metering.plan;

import java.util.OptionalLong;

/** Estimates the number of records of a listed workspace-day by sampling its files. No result depends on it. */
@FunctionalInterface
public interface RecordEstimate {

    /** An estimate that opens no file, so that sizes alone decide. */
    RecordEstimate NONE = task -> OptionalLong.empty();

    /** Returns the estimated number of records; empty if the files cannot be sampled. */
    OptionalLong recordsOf(ListedTask task);
}
