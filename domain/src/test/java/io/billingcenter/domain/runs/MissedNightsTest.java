package io.billingcenter.domain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedNightsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-15 | 2026-10-16 |                       |
            2026-10-15 | 2026-10-15 |                       |
            2026-10-15 | 2026-10-01 |                       |
            2026-10-15 | 2026-10-17 | 2026-10-16            |
            2026-10-30 | 2026-11-02 | 2026-11-01            | 2026-10-31
            2026-11-30 | 2026-12-03 | 2026-12-01 2026-12-02 |
            2026-10-29 | 2026-11-01 |                       | 2026-10-30 2026-10-31
            """)
    void areThoseInBetween(String last, String asked, String open, String closed) {
        MissedNights missed = MissedNights.between(
                BillingDay.parse(last),
                BillingDay.parse(asked),
                month -> month.toString().equals("2026-10") && closed != null);
        assertThat(missed.open()).isEqualTo(days(open));
        assertThat(missed.closed()).isEqualTo(days(closed));
    }

    @Test
    void areShownAsARow() {
        assertThat(MissedNights.format(days("2026-10-16"))).isEqualTo("2026-10-16");
        assertThat(MissedNights.format(days("2026-10-16 2026-10-17 2026-10-18")))
                .isEqualTo("2026-10-16 to 2026-10-18");
    }

    private static List<BillingDay> days(String text) {
        return text == null
                ? List.of()
                : List.of(text.split(" ")).stream().map(BillingDay::parse).toList();
    }
}
