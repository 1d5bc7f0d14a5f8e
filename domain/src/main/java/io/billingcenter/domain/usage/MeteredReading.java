package io.billingcenter.domain.usage;

/**
 * What reading a workspace-day gave.
 *
 * @param overLimit whether it has more bad records than may be charged
 */
public record MeteredReading(MeteringTask task, MeteredDay day, boolean overLimit) {}
