package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
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

    /** Few different keys cause repeats and many make the table grow; both include keys that look alike. */
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

    /** Days of different sizes use the same table one after another, and each starts with an empty one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAMapAgainAndAgainWhenCleared(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        FingerprintTable table = new FingerprintTable(3, new TableMemory(Long.MAX_VALUE));
        for (int round = 0; round < 60; round++) {
            table.clear();
            assertThat(table.size()).isZero();
            Map<UUID, Long> expected = new HashMap<>();
            int keys = random.nextInt(1 << random.nextInt(1, 16));
            if (random.nextBoolean()) {
                table.expect(random.nextInt(1 << 16));
            }
            for (int number = 0; number < keys; number++) {
                UUID key = new UUID(random.nextInt(keys), random.nextInt(2));
                addTo(table, expected, key);
                if (random.nextInt(1_000) == 0) {
                    table.expect(table.size() + random.nextInt(1 << 12));
                }
            }
            assertThat(table.size()).isEqualTo(expected.size());
            expected.forEach((key, times) ->
                    assertThat(table.value(entryOf(table, key), 2)).isEqualTo(times));
            assertThat(table.size()).isEqualTo(expected.size());
        }
    }

    private static void addTo(FingerprintTable table, Map<UUID, Long> expected, UUID key) {
        int entry = entryOf(table, key);
        boolean isNew = !expected.containsKey(key);
        long times = expected.merge(key, 1L, Long::sum);
        if (table.inserted() != isNew || table.value(entry, 2) != times - 1) {
            throw new AssertionError("Expected " + key + " for the " + times + ". time");
        }
        table.setValues(entry, -1, -1, times);
    }

    private static int entryOf(FingerprintTable table, UUID key) {
        return table.entry(key.getMostSignificantBits(), key.getLeastSignificantBits());
    }

    @Test
    void valuesStartAtZeroAgainWhenCleared() {
        FingerprintTable table = new FingerprintTable(3, MEMORY);
        for (int round = 0; round < 3; round++) {
            table.clear();
            for (long key = 0; key < 10_000; key++) {
                int entry = table.entry(key, round);
                assertThat(table.value(entry, 0) | table.value(entry, 1) | table.value(entry, 2))
                        .isZero();
                table.setValues(entry, 1, 2, 3);
            }
        }
    }

    /** Clearing takes time in proportion to the slots in use, so a small day must not pay for an earlier large one. */
    @Test
    void isLargeNoMoreAfterASmallDayBehindALargeOne() {
        FingerprintTable table = new FingerprintTable(0, MEMORY);
        addKeys(table, 100_000);
        table.clear();
        assertThat(table.isLarge()).isTrue();
        addKeys(table, 10);
        table.clear();
        assertThat(table.isLarge()).isFalse();
        addKeys(table, 100_000);
        assertThat(table.isLarge()).isTrue();
        assertThat(table.size()).isEqualTo(100_000);
    }

    @Test
    void takesNoMoreMemoryForAsManyKeysAgain() {
        TableMemory memory = new TableMemory(100 << 20);
        FingerprintTable table = new FingerprintTable(3, memory);
        addKeys(table, 100_000);
        long room = roomOf(memory);
        for (int round = 0; round < 3; round++) {
            table.clear();
            addKeys(table, 100_000);
            assertThat(roomOf(memory)).isEqualTo(room);
        }
    }

    @Test
    void throwsBeforeItTakesMemoryThatIsNotThere() {
        FingerprintTable table = new FingerprintTable(3, new TableMemory(1 << 20));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] before = new long[1];
        // Loading a class allocates memory too, especially in builds that measure coverage.
        assertThat(new TablesFullException(1)).hasMessageContaining("at most 1 bytes");
        assertThatThrownBy(() -> {
                    for (long key = 0; ; key++) {
                        before[0] = threads.getThreadAllocatedBytes(
                                Thread.currentThread().getId());
                        table.add(key, key);
                    }
                })
                .isInstanceOf(TablesFullException.class)
                .hasMessage("Expected the tables of a reading to need at most 1048576 bytes, found more");
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before[0];
        assertThat(table.size()).isGreaterThan(10_000);
        assertThat(allocated).isLessThan(1 << 17);
    }

    @Test
    void expectsOnlyWhatThereIsMemoryFor() {
        TableMemory memory = new TableMemory(1 << 20);
        FingerprintTable table = new FingerprintTable(0, memory);
        table.expect(1 << 20);
        assertThat(table.isLarge()).isFalse();
        assertThat(memory.hasRoomFor((1 << 20) / Long.BYTES)).isTrue();
        addKeys(table, 10);
        assertThat(table.size()).isEqualTo(10);
    }

    /** The capacity of an earlier large day helps only an empty table; one with keys needs another array to grow. */
    @Test
    void expectsNothingWithoutMemoryWhenThereAreKeys() {
        TableMemory memory = new TableMemory(4 << 20);
        FingerprintTable table = new FingerprintTable(0, memory);
        addKeys(table, 60_000);
        table.clear();
        addKeys(table, 10);
        table.clear();
        addKeys(table, 10);
        memory.take(roomOf(memory));
        table.expect(60_000);
        assertThat(table.size()).isEqualTo(10);
        assertThat(table.add(1, 1)).isFalse();
    }

    private static void addKeys(FingerprintTable table, long keys) {
        for (long key = 0; key < keys; key++) {
            table.add(key, key);
        }
    }

    /** Returns the largest number of words available. */
    private static long roomOf(TableMemory memory) {
        long room = 0;
        for (long step = 1L << 32; step > 0; step /= 2) {
            room += memory.hasRoomFor(room + step) ? step : 0;
        }
        return room;
    }
}
