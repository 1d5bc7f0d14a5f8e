package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Derives meters from measures (billing rules 1.2, 1.3; the maximum rules of 1.3.6 and 1.3.8). */
public final class UsageCalculator {

    private static final int SPANS_DIGITS = 1;
    private static final int RUM_EVENTS_DIGITS = 2;

    /** The meters that a measure can determine. */
    private static final Map<Measure, List<Meter>> METERS = meters();

    private static final Set<Integer> RETENTION_DAYS = Set.copyOf(MeterTier.RETENTION_DAYS);

    private UsageCalculator() {}

    /** Returns the usage above 0, by meter and retention. */
    public static List<Usage> usage(Map<MeasureTier, BigInteger> measures) {
        SortedSet<MeterTier> tiers = new TreeSet<>();
        measures.keySet().forEach(measure -> {
            if (RETENTION_DAYS.contains(measure.retentionDays())) {
                METERS.getOrDefault(measure.measure(), List.of())
                        .forEach(meter -> tiers.add(new MeterTier(meter, measure.retentionDays())));
            }
        });
        List<Usage> usage = new ArrayList<>(tiers.size());
        for (MeterTier tier : tiers) {
            BigDecimal quantity = quantity(deciding(tier, measures), tier.retentionDays(), measures);
            if (quantity.signum() > 0) {
                usage.add(new Usage(tier, quantity));
            }
        }
        return List.copyOf(usage);
    }

    private static Map<Measure, List<Meter>> meters() {
        Map<Measure, List<Meter>> meters = new EnumMap<>(Measure.class);
        for (Meter meter : Meter.values()) {
            for (MeterSource source : sources(meter)) {
                meters.computeIfAbsent(source.measure(), measure -> new ArrayList<>())
                        .add(meter);
            }
        }
        return meters;
    }

    /**
     * Returns the measures that can determine the meter; if there are several, the one with the largest quantity does.
     */
    public static List<MeterSource> sources(Meter meter) {
        return switch (meter) {
            case SERIES -> one(Measure.SERIES);
            case LOG -> one(Measure.LOG_ITEMS);
            case LOG_BYTES -> one(Measure.LOG_BYTES);
            case FORWARD_EXTERNAL -> one(Measure.FORWARD_EXTERNAL_BYTES);
            case FORWARD_STORED -> one(Measure.FORWARD_STORED_BYTES);
            case NETWORK_HOST -> one(Measure.NETWORK_HOSTS);
            case TRACE -> List.of(new MeterSource(Measure.TRACE_IDS, 0), new MeterSource(Measure.SPANS, SPANS_DIGITS));
            case PROFILE -> one(Measure.PROFILES);
            case RUM_PV ->
                List.of(new MeterSource(Measure.RUM_VIEWS, 0), new MeterSource(Measure.RUM_EVENTS, RUM_EVENTS_DIGITS));
            case SESSION_REPLAY -> one(Measure.REPLAY_SESSIONS);
            case SYNTHETIC -> one(Measure.SYNTHETIC_TESTS);
            case TRIGGER -> one(Measure.TRIGGER_CALLS);
            case SMS -> one(Measure.SMS_SENT);
            case SCAN -> one(Measure.SCANNED_BYTES);
            case REPORT -> one(Measure.REPORTS_SENT);
            case PIPELINE -> one(Measure.PIPELINE_BYTES);
            case DATAKIT -> one(Measure.DATAKITS);
        };
    }

    /** Returns the measure that determines the quantity of the meter at the tier; the first one among equals. */
    public static MeterSource deciding(MeterTier tier, Map<MeasureTier, BigInteger> measures) {
        List<MeterSource> sources = sources(tier.meter());
        MeterSource deciding = sources.get(0);
        for (MeterSource source : sources) {
            if (quantity(source, tier.retentionDays(), measures)
                            .compareTo(quantity(deciding, tier.retentionDays(), measures))
                    > 0) {
                deciding = source;
            }
        }
        return deciding;
    }

    private static List<MeterSource> one(Measure measure) {
        return List.of(new MeterSource(measure, 0));
    }

    private static BigDecimal quantity(MeterSource source, int days, Map<MeasureTier, BigInteger> measures) {
        return source.quantity(measures.getOrDefault(new MeasureTier(source.measure(), days), BigInteger.ZERO));
    }
}
