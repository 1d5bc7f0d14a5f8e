package io.billingcenter.domain.metering.plan;

import java.util.OptionalLong;

/** An estimate of how many records a listed workspace-day has, by looking into its files. No result depends on it. */
@FunctionalInterface
public interface RecordEstimate {

    /** An estimate that opens no file: sizes alone decide. */
    RecordEstimate NONE = task -> OptionalLong.empty();

    /** About how many records the files have; nothing when they cannot be looked into. */
    OptionalLong recordsOf(ListedTask task);
}
