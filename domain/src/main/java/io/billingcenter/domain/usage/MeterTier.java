package io.billingcenter.domain.usage;

import java.util.Comparator;
import java.util.List;

/**
 * A meter at a retention tier, the key of a price.
 *
 * @param retentionDays days of retention, or {@link Meter#FLAT}
 */
public record MeterTier(Meter meter, int retentionDays) implements Comparable<MeterTier> {

    /** The retention days that a tier can have, ascending, starting with {@link Meter#FLAT}. */
    public static final List<Integer> RETENTION_DAYS = List.of(Meter.FLAT, 3, 7, 14, 30, 60, 180, 360, 720);

    private static final Comparator<MeterTier> ORDER =
            Comparator.comparing((MeterTier tier) -> tier.meter().code()).thenComparingInt(MeterTier::retentionDays);

    /** Returns the tier of a meter whose price does not depend on retention. */
    public static MeterTier flat(Meter meter) {
        return new MeterTier(meter, Meter.FLAT);
    }

    /** Returns the retention days as printed in files: empty for a flat meter. */
    public String retentionText() {
        return retentionDays == Meter.FLAT ? "" : Integer.toString(retentionDays);
    }

    /** Compares by the code of the meter and then by retention as a number, which is the order of every file. */
    @Override
    public int compareTo(MeterTier other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return retentionDays == Meter.FLAT ? meter.code() : meter.code() + "/" + retentionDays + "d";
    }
}
