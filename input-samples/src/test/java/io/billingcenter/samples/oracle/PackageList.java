package io.billingcenter.samples.oracle;

import java.util.Map;

/** Yearly packages and traffic packs (billing rules 2.6). */
final class PackageList {

    private PackageList() {}

    /** What a package gives a day. */
    static Map<String, Fraction> quotas(String kind) {
        return switch (kind) {
            case "starter" -> quotas(20, 40_000_000, 5_000_000, 400_000, 190_000);
            case "growth" -> quotas(100, 400_000_000, 50_000_000, 2_000_000, 1_400_000);
            case "enterprise" -> quotas(200, 800_000_000, 100_000_000, 4_000_000, 2_400_000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Map<String, Fraction> quotas(long datakit, long log, long trace, long pv, long trigger) {
        return Map.of(
                "datakit", Fraction.of(datakit),
                "log", Fraction.of(log),
                "trace", Fraction.of(trace),
                "rum_pv", Fraction.of(pv),
                "trigger", Fraction.of(trigger));
    }

    /** Price of the year. */
    static Fraction yearPrice(String kind) {
        return switch (kind) {
            case "starter" -> Fraction.of(42_000);
            case "growth" -> Fraction.of(280_000);
            case "enterprise" -> Fraction.of(510_000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Price of a traffic pack per unit of the meter and day: 3, 1.5, 3, 1, 1, 1 and 0.1 a message. */
    static Fraction packPrice(String meter) {
        return switch (meter) {
            case "datakit", "trace" -> Fraction.of(3);
            case "log" -> Fraction.of("1.5");
            case "rum_pv", "synthetic", "trigger", "sms" -> Fraction.of(1);
            default -> throw new IllegalArgumentException(meter);
        };
    }

    /** The least that can be bought, and the multiple it must be of. */
    static long minimumBuy(String meter) {
        return switch (meter) {
            case "datakit" -> 20;
            case "log", "trace" -> 1_000_000;
            case "rum_pv", "synthetic" -> 100_000;
            case "trigger" -> 300_000;
            case "sms" -> 100;
            default -> throw new IllegalArgumentException(meter);
        };
    }

    static Tier defaultTier(String meter) {
        return switch (meter) {
            case "log" -> new Tier(meter, 14);
            case "trace", "rum_pv" -> new Tier(meter, 7);
            default -> Tier.flat(meter);
        };
    }

    /** Retention conversion; 0 for a tier that stays outside, at its own price (design 10, "Packages"). */
    static long factor(Tier tier) {
        boolean log = tier.meter().equals("log");
        boolean traceOrPv = tier.meter().equals("trace") || tier.meter().equals("rum_pv");
        return switch (tier.days()) {
            case 14 -> traceOrPv ? 2 : 1;
            case 30 -> log ? 2 : 0;
            case 60 -> log ? 3 : 0;
            default -> 1;
        };
    }
}
