package io.billingcenter.domain.usage;

import java.util.Comparator;

/**
 * A measure at a retention tier.
 *
 * @param retentionDays days of retention, or {@link Meter#FLAT}
 */
public record MeasureTier(Measure measure, int retentionDays) implements Comparable<MeasureTier> {

    private static final Comparator<MeasureTier> ORDER =
            Comparator.comparing(MeasureTier::measure).thenComparingInt(MeasureTier::retentionDays);

    @Override
    public int compareTo(MeasureTier other) {
        return ORDER.compare(this, other);
    }
}
