package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes meters of measures (billing rules 1.2, 1.3; the maximum rules of 1.3.6 and 1.3.8). */
public final class UsageCalculator {

    private static final int SPANS_DIGITS = 1;
    private static final int RUM_EVENTS_DIGITS = 2;

    private static final Map<Measure, Meter> ONE_TO_ONE = Map.ofEntries(
            Map.entry(Measure.SERIES, Meter.SERIES),
            Map.entry(Measure.LOG_ITEMS, Meter.LOG),
            Map.entry(Measure.LOG_BYTES, Meter.LOG_BYTES),
            Map.entry(Measure.FORWARD_EXTERNAL_BYTES, Meter.FORWARD_EXTERNAL),
            Map.entry(Measure.FORWARD_STORED_BYTES, Meter.FORWARD_STORED),
            Map.entry(Measure.NETWORK_HOSTS, Meter.NETWORK_HOST),
            Map.entry(Measure.PROFILES, Meter.PROFILE),
            Map.entry(Measure.REPLAY_SESSIONS, Meter.SESSION_REPLAY),
            Map.entry(Measure.SYNTHETIC_TESTS, Meter.SYNTHETIC),
            Map.entry(Measure.TRIGGER_CALLS, Meter.TRIGGER),
            Map.entry(Measure.SMS_SENT, Meter.SMS),
            Map.entry(Measure.SCANNED_BYTES, Meter.SCAN),
            Map.entry(Measure.REPORTS_SENT, Meter.REPORT),
            Map.entry(Measure.PIPELINE_BYTES, Meter.PIPELINE),
            Map.entry(Measure.DATAKITS, Meter.DATAKIT));

    private UsageCalculator() {}

    /** The usage above 0, by meter and retention. */
    public static List<Usage> usage(Map<MeasureTier, BigInteger> measures) {
        List<Usage> usage = new ArrayList<>();
        ONE_TO_ONE.forEach((measure, meter) -> {
            for (int days : TierLookup.DAYS) {
                add(usage, meter, days, of(measures, measure, days, 0));
            }
        });
        for (int days : TierLookup.DAYS) {
            BigDecimal traceIds = of(measures, Measure.TRACE_IDS, days, 0);
            add(usage, Meter.TRACE, days, traceIds.max(of(measures, Measure.SPANS, days, SPANS_DIGITS)));
            BigDecimal views = of(measures, Measure.RUM_VIEWS, days, 0);
            add(usage, Meter.RUM_PV, days, views.max(of(measures, Measure.RUM_EVENTS, days, RUM_EVENTS_DIGITS)));
        }
        usage.sort(Usage.ORDER);
        return List.copyOf(usage);
    }

    /** The measure with its last digits behind the point: a division by a power of ten. */
    private static BigDecimal of(Map<MeasureTier, BigInteger> measures, Measure measure, int days, int digits) {
        BigInteger value = measures.getOrDefault(new MeasureTier(measure, days), BigInteger.ZERO);
        return new BigDecimal(value, digits);
    }

    private static void add(List<Usage> usage, Meter meter, int days, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            usage.add(new Usage(new MeterTier(meter, days), quantity));
        }
    }
}
