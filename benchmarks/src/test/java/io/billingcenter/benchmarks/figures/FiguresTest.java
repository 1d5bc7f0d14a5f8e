package io.billingcenter.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Figures.median(LongStream.of(9, 1, 4))).isEqualTo(4);
        assertThat(Figures.median(LongStream.of(9, 1, 4, 6))).isEqualTo(5);
        assertThat(Figures.median(LongStream.empty())).isZero();
    }

    @Test
    void numbersAreWrittenTheSameInEveryLanguage() {
        assertThat(Figures.hundredths(123_456)).isEqualTo("1,234.56");
        assertThat(Figures.tenths(105)).isEqualTo("10.5");
        assertThat(Figures.inUnits(1_536, 1_024)).isEqualTo("1.50");
        assertThat(Figures.inUnits(0, 1_024)).isEqualTo("-");
        assertThat(Figures.perSecond(5_000, 2_500)).isEqualTo("2,000");
    }

    @Test
    void aLineIsFittedByLeastSquares() {
        // Calculated by hand: means 2.5 and 5.5, sums of products 7 and 5, distances from the line 0.3, -0.1, -0.7,
        // 0.5.
        Line line = Line.through(new double[] {1, 2, 3, 4}, new double[] {3.7, 4.7, 5.5, 8.1});
        assertThat(line.slope()).isCloseTo(1.4, within(1e-9));
        assertThat(line.start()).isCloseTo(2.0, within(1e-9));
        assertThat(line.determination()).isCloseTo(1 - 0.84 / 10.64, within(1e-9));
    }

    @Test
    void pointsOnALineAreExplainedWhole() {
        assertThat(Line.through(new double[] {1, 5, 20}, new double[] {3, 11, 41}))
                .isEqualTo(new Line(1, 2, 1));
    }

    @Test
    void onePlaceMakesNoLine() {
        assertThatThrownBy(() -> Line.through(new double[] {2, 2}, new double[] {3, 4}))
                .hasMessageContaining("two places");
    }
}
