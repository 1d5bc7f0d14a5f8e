package io.billingcenter.domain.usage;

import java.util.Map;
import java.util.OptionalInt;

/** The weights of trigger causes (billing rules 1.3.12; readings Q9, Q10, Q33). */
public final class TriggerCause {

    /** The longest detection interval without a surcharge, in seconds. */
    static final long FREE_INTERVAL_SECONDS = 900;

    private static final String MONITOR_PREFIX = "monitor.";
    private static final int OTHER_MONITOR_WEIGHT = 1;

    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("monitor.mutation", 5),
            Map.entry("monitor.interval", 5),
            Map.entry("monitor.outlier", 5),
            Map.entry("monitor.log", 5),
            Map.entry("slo", 1),
            Map.entry("smart.host", 10),
            Map.entry("smart.log", 10),
            Map.entry("smart.app", 10),
            Map.entry("smart.k8s", 10),
            Map.entry("smart.cloud_bill", 10),
            Map.entry("smart.rum", 100),
            Map.entry("query.datakit", 1),
            Map.entry("query.openapi", 1),
            Map.entry("generate_metrics", 1),
            Map.entry("func.advanced", 1));

    private TriggerCause() {}

    /** Returns the weight of one execution; empty if the cause is not known. */
    public static OptionalInt weightOf(String cause) {
        Integer weight = WEIGHTS.get(cause);
        if (weight != null) {
            return OptionalInt.of(weight);
        }
        boolean otherMonitor = cause.startsWith(MONITOR_PREFIX) && cause.length() > MONITOR_PREFIX.length();
        return otherMonitor ? OptionalInt.of(OTHER_MONITOR_WEIGHT) : OptionalInt.empty();
    }

    /** Returns the surcharge of a record: 1 for every started quarter of an hour beyond the first (reading Q9). */
    public static long surcharge(long intervalSeconds) {
        return intervalSeconds <= FREE_INTERVAL_SECONDS ? 0 : (intervalSeconds - 1) / FREE_INTERVAL_SECONDS;
    }
}
