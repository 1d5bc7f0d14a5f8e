package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.MeteredDay;
import java.util.Map;
import java.util.Set;

/**
 * The result of reading a workspace-day.
 *
 * @param overLimit whether it has more quarantined records than may be charged
 * @param faults reasons for quarantining whole files, by file name; the first slice has the reasons of all slices
 * @param torn names of files that only some slices could read, which makes the reading unusable
 */
public record MeteredReading(
        MeteringTask task, MeteredDay day, boolean overLimit, Map<String, String> faults, Set<String> torn) {

    /** Creates a reading without faults. */
    public MeteredReading(MeteringTask task, MeteredDay day, boolean overLimit) {
        this(task, day, overLimit, Map.of(), Set.of());
    }
}
