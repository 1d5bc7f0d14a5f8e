package io.billingcenter.writers.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final List<BillingDay> DAYS = Stream.of("2026-10-30", "2026-10-31", "2026-11-01")
            .map(BillingDay::parse)
            .toList();

    /** The area of bars is 144 high and begins at 14. */
    @Test
    void barsAreAsHighAsTheirValues() {
        assertThat(bars("0", "50", "100")).containsExactly("bar 158 0", "bar 86 72", "bar last 14 144");
    }

    @Test
    void barsBelowZeroHangFromIt() {
        assertThat(bars("100", "-100", "0")).containsExactly("bar 14 72", "bar 86 72", "bar last 86 0");
    }

    @Test
    void aLittleIsSeen() {
        assertThat(bars("0.01", "1000000", "0")).containsExactly("bar 157 1", "bar 14 144", "bar last 158 0");
    }

    @Test
    void nothingIsNothing() {
        assertThat(bars("0", "0", "0")).allMatch(bar -> bar.endsWith(" 158 0"));
    }

    @Test
    void isDescribedInWords() {
        BarChart chart = chart("5", "1", "3");
        assertThat(chart.description()).isEqualTo("From 2026-10-30 to 2026-11-01: minimum 1, maximum 5, last day 3.");
        assertThat(chart.bars().get(1).text()).isEqualTo("2026-10-31: 1");
    }

    private static List<String> bars(String... values) {
        return chart(values).bars().stream()
                .map(bar -> bar.style() + " " + bar.y() + " " + bar.height())
                .toList();
    }

    private static BarChart chart(String... values) {
        List<BigDecimal> numbers = Stream.of(values).map(BigDecimal::new).toList();
        return BarChart.of("c", "Amounts", new BarChart.Series(DAYS, numbers, FigureText::plain));
    }
}
