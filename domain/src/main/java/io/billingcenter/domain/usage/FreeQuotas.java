package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The daily quotas of a workspace on the free plan (billing rules 4.2, reading Q30). Usage beyond a quota is never
 * charged. Forwarding and messages are not available on the plan, so their quota is 0; meters that are not listed have
 * no quota.
 */
public final class FreeQuotas {

    private static final Map<Meter, BigDecimal> QUOTAS = quotas();

    private FreeQuotas() {}

    /** Returns the meters with a quota. */
    public static Set<Meter> meters() {
        return QUOTAS.keySet();
    }

    /** Returns the quota of a day in base units, over all tiers. */
    public static Optional<BigDecimal> of(Meter meter) {
        return Optional.ofNullable(QUOTAS.get(meter));
    }

    /** Returns the part of the quantity beyond the quota; 0 for a meter without one. */
    public static BigDecimal beyond(Meter meter, BigDecimal quantity) {
        return of(meter).map(quantity::subtract).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    }

    private static Map<Meter, BigDecimal> quotas() {
        Map<Meter, BigDecimal> quotas = new EnumMap<>(Meter.class);
        quotas.put(Meter.SERIES, BigDecimal.valueOf(3_000));
        quotas.put(Meter.LOG, BigDecimal.valueOf(1_000_000));
        quotas.put(Meter.FORWARD_EXTERNAL, BigDecimal.ZERO);
        quotas.put(Meter.FORWARD_STORED, BigDecimal.ZERO);
        quotas.put(Meter.TRACE, BigDecimal.valueOf(8_000));
        quotas.put(Meter.PROFILE, BigDecimal.valueOf(60));
        quotas.put(Meter.RUM_PV, BigDecimal.valueOf(2_000));
        quotas.put(Meter.SESSION_REPLAY, BigDecimal.valueOf(1_000));
        quotas.put(Meter.SYNTHETIC, BigDecimal.valueOf(200_000));
        quotas.put(Meter.TRIGGER, BigDecimal.valueOf(100_000));
        quotas.put(Meter.SMS, BigDecimal.ZERO);
        return Collections.unmodifiableMap(quotas);
    }
}
