package io.billingcenter.samples.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A meter and the retention its price depends on; 0 days where it does not. */
record Tier(String meter, int days) implements Comparable<Tier> {

    /** The billable items and how many base units their price is for (design 6.2, "Meters"). */
    static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("series", 1_000L),
            Map.entry("log", 1_000_000L),
            Map.entry("log_bytes", 1_000_000_000L),
            Map.entry("forward_external", 1_000_000_000L),
            Map.entry("forward_stored", 1_000_000_000L),
            Map.entry("network_host", 1L),
            Map.entry("trace", 1_000_000L),
            Map.entry("profile", 10_000L),
            Map.entry("rum_pv", 10_000L),
            Map.entry("session_replay", 1_000L),
            Map.entry("synthetic", 10_000L),
            Map.entry("trigger", 10_000L),
            Map.entry("sms", 10L),
            Map.entry("scan", 1_000_000_000L),
            Map.entry("report", 1L),
            Map.entry("pipeline", 1_000_000_000L),
            Map.entry("datakit", 1L));

    private static final List<Integer> LOG_DAYS = List.of(3, 7, 14, 30, 60);

    static Tier flat(String meter) {
        return new Tier(meter, 0);
    }

    /** The tiers on offer (billing rules 2.2, 4.3). */
    static List<Integer> daysOf(String meter) {
        return switch (meter) {
            case "series" -> List.of(3, 7, 14, 30, 180, 360);
            case "log", "log_bytes", "trace", "rum_pv" -> LOG_DAYS;
            case "profile" -> List.of(3, 7, 14);
            default -> List.of(0);
        };
    }

    Fraction unit() {
        return Fraction.of(UNITS.getOrDefault(meter, 1L));
    }

    String daysText() {
        return days == 0 ? "" : Integer.toString(days);
    }

    @Override
    public int compareTo(Tier other) {
        return Comparator.comparing(Tier::meter).thenComparing(Tier::days).compare(this, other);
    }
}
