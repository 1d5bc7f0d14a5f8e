package io.billingcenter.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

    private static final Outcome.Delayed UNREACHABLE = new Outcome.Delayed("no answer", Optional.empty());

    /** The longest pauses double, up to the bound; the fifth attempt of a run is its last. */
    @Test
    void pausesDoubleAndAreCutByChance() {
        List<Duration> bounds = new ArrayList<>();
        Jitter half = longest -> {
            bounds.add(longest);
            return longest.dividedBy(2);
        };
        List<Optional<Duration>> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 5; attempt++) {
            pauses.add(RetryRule.USUAL.pause(attempt, UNREACHABLE, half));
        }
        assertThat(bounds)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(pauses)
                .containsExactly(
                        Optional.of(Duration.ofMillis(500)),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(4)),
                        Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"1,PT1S", "3,PT4S", "6,PT32S", "7,PT1M", "8,PT1M", "200,PT1M"})
    void aPauseIsNeverLongerThanTheLongest(int attempt, Duration expected) {
        RetryRule rule = new RetryRule(1_000, Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(rule.pause(attempt, UNREACHABLE, longest -> longest)).contains(expected);
    }

    /** The pause that the receiver asks for is kept exactly; a long pause is left to the next run. */
    @ParameterizedTest
    @CsvSource({"PT30S,PT30S", "PT60S,PT60S", "PT61S,", "PT24H,", "PT0S,PT0S"})
    void aPauseThatTheReceiverAsksForIsKept(Duration asked, Duration expected) {
        Outcome.Delayed busy = new Outcome.Delayed("503", Optional.of(asked));
        assertThat(RetryRule.USUAL.pause(1, busy, longest -> Duration.ZERO)).isEqualTo(Optional.ofNullable(expected));
        assertThat(RetryRule.USUAL.pause(5, busy, longest -> Duration.ZERO)).isEmpty();
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> new RetryRule(0, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryRule(1, Duration.ofSeconds(3), Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyOpenShipmentsAreDue() {
        assertThat(ShipmentStatus.values())
                .filteredOn(ShipmentStatus::isDue)
                .containsExactly(ShipmentStatus.PENDING, ShipmentStatus.SENDING);
    }
}
