package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.RecordPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceIndexTest {

    /** Lines from one byte to many blocks, with empty ones between them, and files without any. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 3_000, 200_000})
    void givesBackEveryPlace(int longestLine) {
        Random random = new Random(longestLine);
        PlaceIndex places = new PlaceIndex();
        Map<Long, RecordPlace> expected = new LinkedHashMap<>();
        for (int file = 0; file < 20; file++) {
            places.startFile("f" + file);
            long offset = 0;
            long line = 1;
            for (int record = random.nextInt(3) * 5_000; record > 0; record--) {
                expected.put(places.number(line, offset), new RecordPlace("f" + file, line, offset));
                int empty = random.nextInt(3);
                offset += 1 + random.nextInt(longestLine) + empty;
                line += 1 + empty;
            }
        }
        assertThat(expected).isNotEmpty();
        expected.forEach((number, place) -> assertThat(places.place(number)).isEqualTo(place));
    }
}
