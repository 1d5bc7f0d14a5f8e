package io.billingcenter.readers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines come in the order of their keys, whatever the number of passes. */
class SmallestLinesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 7", "4, 499", "5, 500", "6, 1000"})
    void randomLinesAreSortedByKey(long seed, int most) {
        Random random = new Random(seed);
        TreeMap<String, String> lines = new TreeMap<>();
        while (lines.size() < 500) {
            String key = "p" + random.nextInt(60) + "-" + (random.nextBoolean() ? "" : "a") + random.nextInt(40);
            lines.put(key, key + "|" + random.nextInt(9) + "\n");
        }
        List<String> shuffled = new ArrayList<>(lines.values());
        AtomicInteger passes = new AtomicInteger();
        List<String> sorted = new ArrayList<>();
        new SmallestLines(most)
                .sort(
                        line -> {
                            passes.incrementAndGet();
                            Collections.shuffle(shuffled, random);
                            shuffled.forEach(text -> line.accept(text.getBytes(StandardCharsets.UTF_8)));
                        },
                        line -> sorted.add(new String(line, StandardCharsets.UTF_8)));
        assertThat(sorted).containsExactlyElementsOf(lines.values());
        assertThat(passes.get()).isEqualTo((500 + most - 1) / most);
    }

    @Test
    void aKeyComesBeforeLongerOnesThatBeginWithIt() {
        List<String> sorted = new ArrayList<>();
        new SmallestLines(10)
                .sort(
                        line -> List.of("pab|1", "pa|2", "pa-|3", "pé|4", "pz|5")
                                .forEach(text -> line.accept(text.getBytes(StandardCharsets.UTF_8))),
                        line -> sorted.add(new String(line, StandardCharsets.UTF_8)));
        assertThat(sorted).containsExactly("pa|2", "pa-|3", "pab|1", "pz|5", "pé|4");
    }

    @Test
    void anEmptySourceGivesNothing() {
        List<byte[]> sorted = new ArrayList<>();
        new SmallestLines(1).sort(line -> {}, sorted::add);
        assertThat(sorted).isEmpty();
    }
}
