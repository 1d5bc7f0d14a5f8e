package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A MiB of a log is expected to need 0.76 MiB of tables. */
class ReadingPlanTest {

    private static final long MIB = 1 << 20;

    /**
     * Sizes are in MiB; a reading is shown as workspace-day, slice if there are several, bin, memory in MiB, and
     * threads.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // no giant: an equal part of memory and bytes for each bin
                "4 | 400 | 10 10 10 10 | 0:bin0,100,1 1:bin1,100,1 2:bin2,100,1 3:bin3,100,1",
                "2 | 400 | 30 20 5 | 0:bin0,200,1 1:bin1,200,1 2:bin1,200,1",
                "2 | 400 | 100 100 | 0:bin0,200,1 1:bin1,200,1",
                // more than its share, but too small to gain from a second thread
                "2 | 400 | 31 1 | 0:bin0,200,1 1:bin1,200,1",
                "2 | 400 | 32 1 | 0:bin0,375,2 1:bin1,25,1",
                // with 90 % of the bytes, it gets the memory the others do not need
                "2 | 1600 | 900 50 50 | 0:bin0,1500,2 1:bin1,100,1 2:bin1,100,1",
                "4 | 1600 | 900 50 50 | 0:bin0,1300,4 1:bin1,100,1 2:bin2,100,1",
                // two giants share the memory the others leave
                "4 | 1600 | 500 500 10 | 0:bin0,700,2 1:bin1,700,2 2:bin2,100,1",
                // alone
                "2 | 1600 | 100 | 0:bin0,1500,2",
                "8 | 1600 | 100 | 0:bin0,900,8",
                // threads in proportion to its share
                "8 | 1600 | 300 300 200 | 0:bin0,366,3 1:bin1,366,3 2:bin2,366,2",
                // one thread: never a giant
                "1 | 1600 | 900 50 50 | 0:bin0,1600,1 1:bin0,1600,1 2:bin0,1600,1",
                "1 | 1600 | 900 | 0:bin0,1600,1",
                // slices of a giant one after another in its bin, those of others anywhere
                "2 | 160 | 300 1 | 0/0of2:bin0,150,2 0/1of2:bin0,150,2 1:bin1,10,1",
                "2 | 160 | 300 300 | 0/0of3:bin0,80,1 0/1of3:bin1,80,1 0/2of3:bin0,80,1"
                        + " 1/0of3:bin1,80,1 1/1of3:bin0,80,1 1/2of3:bin1,80,1",
                "1 | 160 | 300 | 0/0of2:bin0,160,1 0/1of2:bin0,160,1"
            })
    void plans(int threads, long tableMib, String sizes, String expected) {
        List<ListedTask> tasks = tasks(Arrays.stream(sizes.trim().split(" "))
                .map(size -> Long.parseLong(size) * MIB)
                .toList());
        String planned = new ReadingPlan(threads, tableMib * MIB)
                .of(tasks).stream().map(reading -> shown(tasks, reading)).collect(Collectors.joining(" "));
        assertThat(planned).isEqualTo(expected.trim());
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(new ReadingPlan(4, MIB).of(List.of())).isEmpty();
    }

    @Test
    void readsADayWithoutFilesOnce() {
        assertThat(new ReadingPlan(4, MIB).of(tasks(List.of(0L, 0L))))
                .extracting(PlannedReading::slice)
                .containsExactly(Slice.WHOLE, Slice.WHOLE);
    }

    /** For any sizes, everything is read once, giants stay in one bin, and parallel bins stay within the memory. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverTakesMoreMemoryThanThereIs(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 100; round++) {
            int threads = 1 + random.nextInt(random.nextBoolean() ? 4 : 64);
            long tableBytes = MIB + random.nextLong(1L << random.nextInt(20, 36));
            List<ListedTask> tasks = tasks(random.ints(random.nextInt(40), 0, 10)
                    .mapToObj(halvings -> random.nextLong(2 * tableBytes >> halvings))
                    .toList());
            List<PlannedReading> readings = new ReadingPlan(threads, tableBytes).of(tasks);
            assertThat(memoryOf(readings, threads)).isLessThanOrEqualTo(tableBytes);
            assertThat(readings)
                    .extracting(PlannedReading::tableBytes)
                    .filteredOn(bytes -> bytes <= 0)
                    .isEmpty();
            assertEverythingOnce(tasks, readings);
            assertGiantsApart(readings);
        }
    }

    /** Returns the largest memory of each bin, added up. */
    private static long memoryOf(List<PlannedReading> readings, int threads) {
        long[] mostOfBin = new long[threads];
        for (PlannedReading reading : readings) {
            mostOfBin[reading.bin()] = Math.max(mostOfBin[reading.bin()], reading.tableBytes());
        }
        return Arrays.stream(mostOfBin).sum();
    }

    private static void assertEverythingOnce(List<ListedTask> tasks, List<PlannedReading> readings) {
        Map<ListedTask, List<Slice>> slices = readings.stream()
                .collect(Collectors.groupingBy(
                        PlannedReading::task, Collectors.mapping(PlannedReading::slice, Collectors.toList())));
        assertThat(slices).containsOnlyKeys(tasks);
        slices.values()
                .forEach(found -> assertThat(found)
                        .isEqualTo(IntStream.range(0, found.size())
                                .mapToObj(index -> new Slice(index, found.size()))
                                .toList()));
    }

    private static void assertGiantsApart(List<PlannedReading> readings) {
        List<List<Object>> giantsAndBins = readings.stream()
                .filter(reading -> reading.threads() > 1)
                .map(reading -> List.<Object>of(reading.task().workspaceDay(), reading.bin()))
                .distinct()
                .toList();
        assertThat(giantsAndBins).extracting(giant -> giant.get(0)).doesNotHaveDuplicates();
        assertThat(giantsAndBins).extracting(giant -> giant.get(1)).doesNotHaveDuplicates();
    }

    private static String shown(List<ListedTask> tasks, PlannedReading reading) {
        Slice slice = reading.slice();
        String part = slice.count() == 1 ? "" : "/" + slice.index() + "of" + slice.count();
        return tasks.indexOf(reading.task()) + part + ":bin" + reading.bin() + "," + reading.tableBytes() / MIB + ","
                + reading.threads();
    }

    private static List<ListedTask> tasks(List<Long> sizes) {
        return IntStream.range(0, sizes.size())
                .mapToObj(number -> new ListedTask(
                        new WorkspaceDay(new WorkspaceId("ws-" + number), BillingDay.parse("2026-11-21")),
                        1,
                        "digest",
                        List.of(new ListedFile("a.csv", sizes.get(number), Instant.EPOCH))))
                .toList();
    }
}
