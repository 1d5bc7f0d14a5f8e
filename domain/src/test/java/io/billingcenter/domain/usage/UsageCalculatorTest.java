package io.billingcenter.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCalculatorTest {

    /** Billing rules 1.3.6; the first row is D5 of 3.2. */
    @ParameterizedTest
    @CsvSource({"1200000, 15000000, 1500000", "2, 20, 2", "2, 21, 2.1", "0, 1, 0.1", "3, 0, 3", "0, 7, 0.7"})
    void takesTheLargerOfTraceIdsAndATenthOfTheSpans(BigInteger traceIds, BigInteger spans, BigDecimal quantity) {
        assertThat(quantityOf(Meter.TRACE, 7, Map.of(Measure.TRACE_IDS, traceIds, Measure.SPANS, spans)))
                .isEqualByComparingTo(quantity);
    }

    /** Billing rules 1.3.8. */
    @ParameterizedTest
    @CsvSource({"20000, 100, 20000", "1, 100, 1", "1, 101, 1.01", "0, 1, 0.01", "5, 0, 5"})
    void takesTheLargerOfViewsAndAHundredthOfTheEvents(BigInteger views, BigInteger events, BigDecimal quantity) {
        assertThat(quantityOf(Meter.RUM_PV, 14, Map.of(Measure.RUM_VIEWS, views, Measure.RUM_EVENTS, events)))
                .isEqualByComparingTo(quantity);
    }

    @Test
    void comparesWithinATier() {
        Map<MeasureTier, BigInteger> measures = Map.of(
                new MeasureTier(Measure.TRACE_IDS, 7),
                BigInteger.ONE,
                new MeasureTier(Measure.SPANS, 14),
                BigInteger.valueOf(50));
        assertThat(UsageCalculator.usage(measures))
                .extracting(usage -> usage.tier() + " " + usage.quantity().toPlainString())
                .containsExactly("trace/7d 1", "trace/14d 5.0");
    }

    @Test
    void makesNoUsageOfNothing() {
        assertThat(UsageCalculator.usage(Map.of())).isEmpty();
        assertThat(UsageCalculator.usage(Map.of(new MeasureTier(Measure.SMS_SENT, 0), BigInteger.ZERO)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SERIES, series/360d, 360",
        "LOG_ITEMS, log/60d, 60",
        "LOG_BYTES, log_bytes/3d, 3",
        "FORWARD_EXTERNAL_BYTES, forward_external, 0",
        "FORWARD_STORED_BYTES, forward_stored, 0",
        "NETWORK_HOSTS, network_host, 0",
        "PROFILES, profile/14d, 14",
        "REPLAY_SESSIONS, session_replay, 0",
        "SYNTHETIC_TESTS, synthetic, 0",
        "TRIGGER_CALLS, trigger, 0",
        "SMS_SENT, sms, 0",
        "SCANNED_BYTES, scan, 0",
        "REPORTS_SENT, report, 0",
        "PIPELINE_BYTES, pipeline, 0",
        "DATAKITS, datakit, 0"
    })
    void makesOneMeterOfAMeasure(Measure measure, String tier, int days) {
        List<Usage> usage = UsageCalculator.usage(Map.of(new MeasureTier(measure, days), BigInteger.TEN));
        assertThat(usage).hasSize(1);
        assertThat(usage.get(0).tier()).hasToString(tier);
        assertThat(usage.get(0).quantity()).isEqualByComparingTo("10");
    }

    @Test
    void sortsByCodeThenRetentionAsANumber() {
        Map<MeasureTier, BigInteger> measures = Map.of(
                new MeasureTier(Measure.SERIES, 180), BigInteger.ONE,
                new MeasureTier(Measure.SERIES, 30), BigInteger.ONE,
                new MeasureTier(Measure.SERIES, 7), BigInteger.ONE,
                new MeasureTier(Measure.DATAKITS, 0), BigInteger.ONE,
                new MeasureTier(Measure.LOG_BYTES, 3), BigInteger.ONE,
                new MeasureTier(Measure.LOG_ITEMS, 60), BigInteger.ONE);
        assertThat(UsageCalculator.usage(measures))
                .extracting(usage -> usage.tier().toString())
                .containsExactly("datakit", "log/60d", "log_bytes/3d", "series/7d", "series/30d", "series/180d");
    }

    @Test
    void keepsQuantitiesBeyondLongExactAndKnowsTheLimit() {
        BigInteger limit = BigInteger.TEN.pow(38);
        Usage atLimit = UsageCalculator.usage(Map.of(new MeasureTier(Measure.SMS_SENT, 0), limit))
                .get(0);
        Usage above = UsageCalculator.usage(Map.of(
                        new MeasureTier(Measure.SPANS, 7),
                        limit.multiply(BigInteger.TEN).add(BigInteger.ONE)))
                .get(0);
        assertThat(atLimit.exceedsLimit()).isFalse();
        assertThat(above.exceedsLimit()).isTrue();
        assertThat(above.quantity()).isEqualTo(new BigDecimal(limit).add(new BigDecimal("0.1")));
    }

    private static BigDecimal quantityOf(Meter meter, int days, Map<Measure, BigInteger> figures) {
        Map<MeasureTier, BigInteger> measures = new TreeMap<>();
        figures.forEach((measure, figure) -> measures.put(new MeasureTier(measure, days), figure));
        List<Usage> usage = UsageCalculator.usage(measures);
        assertThat(usage).extracting(Usage::tier).containsExactly(new MeterTier(meter, days));
        return usage.get(0).quantity();
    }
}
