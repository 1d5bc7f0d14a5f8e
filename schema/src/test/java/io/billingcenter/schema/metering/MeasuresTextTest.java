package io.billingcenter.schema.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTextTest {

    private static final int[] TIERS = {0, 3, 7, 14, 30, 60, 180, 360, 720};

    @Test
    void theTextNamesMeasureDaysValueAndLargestRecord() {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        measures.put(new MeasureTier(Measure.SPANS, 7), new BigInteger("12"));
        measures.put(
                new MeasureTier(Measure.LOG_ITEMS, 30), BigInteger.TEN.pow(60).subtract(BigInteger.ONE));
        String text = MeasuresText.of(measures, Map.of(new MeasureTier(Measure.SPANS, 7), new BigInteger("5")));
        assertThat(text)
                .isEqualTo("{\"version\":1,\"rows\":[[\"log_items\",30," + "9".repeat(60) + ",0],[\"spans\",7,12,5]]}");
    }

    @Test
    void randomMeasuresComeBack() {
        Random random = new Random(20_261_201);
        for (int day = 0; day < 200; day++) {
            SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
            SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
            int rows = random.nextInt(30);
            for (int i = 0; i < rows; i++) {
                Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
                MeasureTier tier = new MeasureTier(measure, TIERS[random.nextInt(TIERS.length)]);
                measures.put(tier, new BigInteger(1 + random.nextInt(199), random));
                largest.put(tier, new BigInteger(random.nextInt(64), random));
            }
            String text = MeasuresText.of(measures, largest);
            assertThat(MeasuresText.measures(text)).isEqualTo(measures);
            assertThat(MeasuresText.largest(text)).isEqualTo(largest);
        }
    }

    @Test
    void revisionsOfOlderReleasesHaveNoLargestRecord() {
        String text = "{\"version\":1,\"rows\":[[\"spans\",7,12,null]]}";
        assertThat(MeasuresText.measures(text)).containsOnlyKeys(new MeasureTier(Measure.SPANS, 7));
        assertThat(MeasuresText.largest(text)).isEmpty();
        assertThat(MeasuresText.measures(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"span\",7,12,5]",
                "[\"spans\",7,12.5,5]",
                "[\"spans\",7.5,12,5]",
                "[\"spans\",99999999999,12,5]",
                "[\"spans\",null,12,5]",
                "[\"spans\",7,null,5]",
                "[\"spans\",7,12,0.5]",
                "[\"spans\",7,\"12\",5]",
                "[\"spans\",7,12]",
                "[\"spans\",7,12,5],[\"log_items\",7,1,1],[\"spans\",7,12,5]"
            })
    void otherRowsAreRefused(String rows) {
        assertThatIllegalStateException()
                .isThrownBy(() -> MeasuresText.measures("{\"version\":1,\"rows\":[" + rows + "]}"))
                .withMessageContaining("column");
    }
}
