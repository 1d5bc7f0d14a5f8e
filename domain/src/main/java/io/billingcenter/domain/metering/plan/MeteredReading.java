package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.MeteredDay;
import java.util.Map;
import java.util.Set;

/**
 * The result of reading a workspace-day.
 *
 * @param overLimit whether it has more bad records than may be charged
 * @param faults why files were quarantined whole, by name; the first slice has those of all
 * @param torn names of files that some slices could read and others could not, so that the reading is none
 */
public record MeteredReading(
        MeteringTask task, MeteredDay day, boolean overLimit, Map<String, String> faults, Set<String> torn) {

    /** A reading without faults. */
    public MeteredReading(MeteringTask task, MeteredDay day, boolean overLimit) {
        this(task, day, overLimit, Map.of(), Set.of());
    }
}
