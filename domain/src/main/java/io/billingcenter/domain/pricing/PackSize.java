package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * In which quantities the traffic packs of a meter are sold (billing rules 2.6). Packs of backup logs count records; the
 * meters of forwarded data count bytes, so there is none for them.
 *
 * @param step the basic unit, of which a pack is a multiple
 * @param least the minimum buy
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

    /** The sizes for that meter; none when there are no packs of it. */
    public static Optional<PackSize> of(Meter meter) {
        return Optional.ofNullable(SIZES.get(meter));
    }

    private static PackSize of(long step, long least) {
        return new PackSize(BigDecimal.valueOf(step), BigDecimal.valueOf(least));
    }

    /** Whether a pack of that quantity is sold. */
    public boolean allows(BigDecimal quantity) {
        return quantity.compareTo(least) >= 0 && quantity.remainder(step).signum() == 0;
    }
}
