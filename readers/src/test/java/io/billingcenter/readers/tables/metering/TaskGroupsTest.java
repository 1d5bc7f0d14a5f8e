package io.billingcenter.readers.tables.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.MeteringTask.Resources;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskGroupsTest {

    /** At most so many tasks, enough bytes, and the sizes of the tasks; groups are shown by the sizes in them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "3 | 100 | nothing | nothing",
                "3 | 100 | 1 | 1",
                "3 | 100 | 1 2 3 | 1 2 3",
                "3 | 100 | 1 2 3 4 5 6 7 | 1 2 3 / 4 5 6 / 7",
                "1 | 100 | 1 2 | 1 / 2",
                "9 | 100 | 50 50 50 50 50 | 50 50 / 50 50 / 50",
                "9 | 100 | 50 51 49 1 | 50 / 51 49 / 1",
                "9 | 100 | 99 1 1 | 99 1 / 1",
                "9 | 100 | 500 | 500",
                "9 | 100 | 1 500 1 | 1 / 500 / 1",
                "9 | 100 | 500 500 | 500 / 500",
                "9 | 100 | 0 0 0 | 0 0 0",
                "9 | 100 | 100 0 1 | 100 0 / 1",
                "9 | 1 | 500 1 0 | 500 / 1 0"
            })
    void areCompleteWithEnoughTasksOrBytes(int mostTasks, long enoughBytes, String sizes, String expected)
            throws Exception {
        List<MeteringTask> tasks = sizes == null
                ? List.of()
                : tasks(Arrays.stream(sizes.split(" ")).map(Long::valueOf).toList());
        String shown = groups(tasks, mostTasks, enoughBytes).stream()
                .map(group -> group.stream()
                        .map(task -> Long.toString(task.resources().sizeBytes()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
        assertThat(shown).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void loseNothingAndKeepTheOrder(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 200; round++) {
            int mostTasks = 1 + random.nextInt(10);
            long enoughBytes = 1 + random.nextInt(1_000);
            List<MeteringTask> tasks = tasks(random.ints(random.nextInt(100), 1, 12)
                    .mapToObj(bits -> random.nextLong(1L << bits))
                    .toList());
            List<List<MeteringTask>> groups = groups(tasks, mostTasks, enoughBytes);
            assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(tasks);
            assertThat(groups)
                    .allSatisfy(group -> assertThat(group).hasSizeBetween(1, mostTasks))
                    .allMatch(group -> group.size() == 1 || bytesOf(group) <= enoughBytes);
        }
    }

    private static List<List<MeteringTask>> groups(List<MeteringTask> tasks, int mostTasks, long enoughBytes)
            throws Exception {
        Iterator<MeteringTask> left = tasks.iterator();
        TaskGroups reader = new TaskGroups(() -> left.hasNext() ? left.next() : null, mostTasks, enoughBytes);
        List<List<MeteringTask>> groups = new ArrayList<>();
        for (List<MeteringTask> group = reader.read(); group != null; group = reader.read()) {
            groups.add(group);
        }
        assertThat(reader.read()).isNull();
        return groups;
    }

    private static long bytesOf(List<MeteringTask> group) {
        return group.stream().mapToLong(task -> task.resources().sizeBytes()).sum();
    }

    private static List<MeteringTask> tasks(List<Long> sizes) {
        return IntStream.range(0, sizes.size())
                .mapToObj(number -> new MeteringTask(
                        new WorkspaceDay(new WorkspaceId("ws-" + number), BillingDay.parse("2026-11-21")),
                        1,
                        "digest",
                        List.of("a.csv"),
                        Slice.WHOLE,
                        new Resources(sizes.get(number), Long.MAX_VALUE, 1),
                        null))
                .toList();
    }
}
