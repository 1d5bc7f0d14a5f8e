package io.billingcenter.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTableTest {

    private static final TableMemory MEMORY = new TableMemory(Long.MAX_VALUE);

    @Test
    void keepsTheKeyOfZerosLikeAnyOther() {
        FingerprintTable table = new FingerprintTable(1, MEMORY);
        assertThat(table.add(0, 0)).isTrue();
        table.setValue(table.entry(0, 0), 0, 7);
        for (long key = 1; key <= 1_000; key++) {
            assertThat(table.add(key, 0)).isTrue();
        }
        assertThat(table.add(0, 0)).isFalse();
        assertThat(table.value(table.entry(0, 0), 0)).isEqualTo(7);
    }

    @Test
    void tellsKeysApartByBothHalves() {
        FingerprintTable table = new FingerprintTable(0, MEMORY);
        assertThat(table.add(1, 2)).isTrue();
        assertThat(table.add(2, 1)).isTrue();
        assertThat(table.add(1, 0)).isTrue();
        assertThat(table.add(0, 1)).isTrue();
        assertThat(table.add(1, 2)).isFalse();
    }

    /** Few different keys make repeats, many make the table grow; both with keys that look alike. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAMap(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        FingerprintTable table = new FingerprintTable(2, MEMORY);
        Map<UUID, Long> expected = new HashMap<>();
        int bits = 1 + (int) seed * 3;
        for (int round = 0; round < 50_000; round++) {
            UUID key = new UUID(random.nextLong(1L << bits) << (seed * 7), random.nextLong(3));
            int entry = table.entry(key.getMostSignificantBits(), key.getLeastSignificantBits());
            assertThat(table.inserted()).isEqualTo(!expected.containsKey(key));
            assertThat(table.value(entry, 1)).isEqualTo(expected.getOrDefault(key, 0L));
            expected.merge(key, 1L, Long::sum);
            table.setValue(entry, 0, round);
            table.setValue(entry, 1, expected.get(key));
        }
        expected.forEach((key, times) -> assertThat(
                        table.value(table.entry(key.getMostSignificantBits(), key.getLeastSignificantBits()), 1))
                .isEqualTo(times));
    }

    @Test
    void visitsEveryFirstValueOnce() {
        FingerprintTable table = new FingerprintTable(1, MEMORY);
        for (long key = 0; key < 5_000; key++) {
            table.setValue(table.entry(key, key), 0, key);
        }
        List<Long> visited = new ArrayList<>();
        table.forEachFirstValue(visited::add);
        assertThat(visited).hasSize(5_000).doesNotHaveDuplicates();
    }
}
