package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** How packages count: conversion by retention, default tiers, prices of packs (billing rules 2.6, reading Q23). */
public final class PackageRules {

    /** By meter and retention: how much quota one unit of usage takes. What is not there stays outside of packages. */
    private static final Map<Meter, Map<Integer, Integer>> FACTORS = Map.of(
            Meter.LOG, Map.of(3, 1, 7, 1, 14, 1, 30, 2, 60, 3),
            Meter.TRACE, Map.of(3, 1, 7, 1, 14, 2),
            Meter.RUM_PV, Map.of(3, 1, 7, 1, 14, 2));

    private static final Map<Meter, Integer> DEFAULT_DAYS = Map.of(Meter.LOG, 14, Meter.TRACE, 7, Meter.RUM_PV, 7);

    /** List price of a day of the meter's unit in a pack, in CNY; 0.1 for a message is 1 for its unit of ten. */
    private static final Map<Meter, BigDecimal> PACK_PRICES = Map.of(
            Meter.DATAKIT, new BigDecimal("3"),
            Meter.LOG, new BigDecimal("1.5"),
            Meter.TRACE, new BigDecimal("3"),
            Meter.RUM_PV, new BigDecimal("1"),
            Meter.SYNTHETIC, new BigDecimal("1"),
            Meter.TRIGGER, new BigDecimal("1"),
            Meter.SMS, new BigDecimal("1"));

    private PackageRules() {}

    /** How much quota one base unit at the tier takes; none when the tier stays outside of packages. */
    static Optional<BigDecimal> factor(MeterTier tier) {
        if (tier.retentionDays() == Meter.FLAT) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.ofNullable(FACTORS.getOrDefault(tier.meter(), Map.of()).get(tier.retentionDays()))
                .map(BigDecimal::valueOf);
    }

    /** The tier at which quota is counted, and overage is charged. */
    public static MeterTier defaultTier(Meter meter) {
        return new MeterTier(meter, DEFAULT_DAYS.getOrDefault(meter, Meter.FLAT));
    }

    /**
     * The list price of one unit of the meter in a traffic pack for a day, in CNY.
     *
     * @throws IllegalArgumentException when there are no packs of that meter; the import refuses them
     */
    public static BigDecimal packPrice(Meter meter) {
        BigDecimal price = PACK_PRICES.get(meter);
        if (price == null) {
            throw new IllegalArgumentException("Expected a meter of which there are traffic packs (billing rules 2.6), "
                    + "found " + meter.code());
        }
        return price;
    }
}
