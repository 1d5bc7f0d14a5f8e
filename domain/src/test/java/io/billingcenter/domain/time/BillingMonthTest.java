package io.billingcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10-01, 2026-11-01, 2026-11-03",
        "2026-12, 2026-12-01, 2027-01-01, 2027-01-03",
        "2024-02, 2024-02-01, 2024-03-01, 2024-03-03"
    })
    void knowsItsDaysAndWhenItMayBeClosed(String month, String first, String end, String closing) {
        BillingMonth parsed = BillingMonth.parse(month);
        assertThat(parsed.firstDay()).hasToString(first);
        assertThat(parsed.endExclusive()).hasToString(end);
        assertThat(parsed.firstClosingDay()).hasToString(closing);
        assertThat(parsed).hasToString(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-1", "2026-13", "2026-00", "202610", "2026-10-01", "2026-1x"})
    void refusesWhatIsNoMonth(String text) {
        assertThatThrownBy(() -> BillingMonth.parse(text))
                .hasMessage("Expected a month like 2026-11, found '" + text + "'");
    }
}
