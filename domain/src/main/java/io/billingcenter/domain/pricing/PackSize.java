package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The quantities in which traffic packs of a meter are sold (billing rules 2.6). The documented packs of backup logs
 * are in records, while the meters of forwarded data are in bytes, so those meters have no packs.
 *
 * @param step basic unit; the quantity of a pack is a multiple of it
 * @param least smallest quantity sold
 */
public record PackSize(BigDecimal step, BigDecimal least) {

    private static final Map<Meter, PackSize> SIZES = Map.of(
            Meter.DATAKIT, of(1, 20),
            Meter.LOG, of(1_000_000, 1_000_000),
            Meter.TRACE, of(1_000_000, 1_000_000),
            Meter.RUM_PV, of(10_000, 100_000),
            Meter.SYNTHETIC, of(10_000, 100_000),
            Meter.TRIGGER, of(10_000, 300_000),
            Meter.SMS, of(1, 100));

    /** Returns the pack size of the meter; empty if it has no packs. */
    public static Optional<PackSize> of(Meter meter) {
        return Optional.ofNullable(SIZES.get(meter));
    }

    private static PackSize of(long step, long least) {
        return new PackSize(BigDecimal.valueOf(step), BigDecimal.valueOf(least));
    }

    /** Returns whether packs of the quantity are sold. */
    public boolean allows(BigDecimal quantity) {
        return quantity.compareTo(least) >= 0 && quantity.remainder(step).signum() == 0;
    }
}
