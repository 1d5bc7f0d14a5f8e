package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.TriggerCause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerCauseTest {

    @ParameterizedTest
    @CsvSource({
        "monitor.threshold, 1",
        "monitor.anything, 1",
        "monitor.mutation, 5",
        "monitor.interval, 5",
        "monitor.outlier, 5",
        "monitor.log, 5",
        "slo, 1",
        "smart.host, 10",
        "smart.log, 10",
        "smart.app, 10",
        "smart.k8s, 10",
        "smart.cloud_bill, 10",
        "smart.rum, 100",
        "query.datakit, 1",
        "query.openapi, 1",
        "generate_metrics, 1",
        "func.advanced, 1"
    })
    void weighsACause(String cause, int weight) {
        assertThat(TriggerCause.weightOf(cause)).hasValue(weight);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "monitor", "monitor.", "SLO", "slo ", "smart.x", "smart.", "query", "alert", "Monitor.log"})
    void knowsNoOtherCause(String cause) {
        assertThat(TriggerCause.weightOf(cause)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "300, 0",
        "900, 0",
        "901, 1",
        "1800, 1",
        "1801, 2",
        "3600, 3",
        "86400, 95",
        "9223372036854775807, 10248191152060862"
    })
    void addsOneForEveryStartedQuarterOfAnHourBeyondTheFirst(long seconds, long surcharge) {
        assertThat(TriggerCause.surcharge(seconds)).isEqualTo(surcharge);
    }

    /** Billing rules 3.1, T7 and 3.2, D10 and D11. */
    @ParameterizedTest
    @CsvSource({
        "monitor.mutation, 1, 60, 5",
        "monitor.outlier, 1, 1800, 6",
        "monitor.interval, 2, 3600, 13",
        "smart.host, 1, 600, 10",
        "monitor.threshold, 1440, 300, 1440",
        "smart.host, 144, 600, 1440"
    })
    void givesThePrintedExamples(String cause, long count, long seconds, long calls) {
        WorkspaceDayFold fold = FoldFixture.fold();
        TrafficRecord record = FoldFixture.record("1", TrafficKind.TRIGGER);
        record.subject = fold.subjects().codeOf(cause);
        record.count = count;
        record.seconds = seconds;
        fold.accept(record);
        assertThat(fold.finish().measures().get(new MeasureTier(Measure.TRIGGER_CALLS, Meter.FLAT)))
                .isEqualTo(calls);
    }
}
