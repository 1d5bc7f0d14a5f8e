package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of packages: conversion by retention, default tiers and prices of packs (billing rules 2.6, reading Q23).
 */
public final class PackageRules {

    /**
     * The quota that one unit of usage takes, by meter and retention; usage at other tiers is not covered by packages.
     */
    private static final Map<Meter, Map<Integer, Integer>> FACTORS = Map.of(
            Meter.LOG, Map.of(3, 1, 7, 1, 14, 1, 30, 2, 60, 3),
            Meter.TRACE, Map.of(3, 1, 7, 1, 14, 2),
            Meter.RUM_PV, Map.of(3, 1, 7, 1, 14, 2));

    private static final Map<Meter, Integer> DEFAULT_DAYS = Map.of(Meter.LOG, 14, Meter.TRACE, 7, Meter.RUM_PV, 7);

    /**
     * The list price of the meter's unit in a pack for a day, in CNY. The documented 0.1 per message is 1 per unit of
     * ten.
     */
    private static final Map<Meter, BigDecimal> PACK_PRICES = Map.of(
            Meter.DATAKIT, new BigDecimal("3"),
            Meter.LOG, new BigDecimal("1.5"),
            Meter.TRACE, new BigDecimal("3"),
            Meter.RUM_PV, new BigDecimal("1"),
            Meter.SYNTHETIC, new BigDecimal("1"),
            Meter.TRIGGER, new BigDecimal("1"),
            Meter.SMS, new BigDecimal("1"));

    private PackageRules() {}

    /** Returns the quota that one base unit at the tier takes; empty if packages do not cover the tier. */
    static Optional<BigDecimal> factor(MeterTier tier) {
        if (tier.retentionDays() == Meter.FLAT) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.ofNullable(FACTORS.getOrDefault(tier.meter(), Map.of()).get(tier.retentionDays()))
                .map(BigDecimal::valueOf);
    }

    /** Returns whether a package that includes the meter covers usage at the tier. */
    public static boolean isConverted(MeterTier tier) {
        return factor(tier).isPresent();
    }

    /** Returns the quota that the usage takes in total; usage that packages do not cover takes none. */
    public static BigDecimal converted(List<Usage> usage) {
        return usage.stream()
                .map(used -> used.quantity().multiply(factor(used.tier()).orElse(BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the tier in which quotas are counted and at which overage is charged. */
    public static MeterTier defaultTier(Meter meter) {
        return new MeterTier(meter, DEFAULT_DAYS.getOrDefault(meter, Meter.FLAT));
    }

    /**
     * Returns the list price of one unit of the meter in a traffic pack for a day, in CNY.
     *
     * @throws IllegalArgumentException if the meter has no packs, which the import rules out
     */
    public static BigDecimal packPrice(Meter meter) {
        BigDecimal price = PACK_PRICES.get(meter);
        if (price == null) {
            throw new IllegalArgumentException(
                    "Expected a meter with traffic packs (billing rules 2.6), " + "found " + meter.code());
        }
        return price;
    }
}
