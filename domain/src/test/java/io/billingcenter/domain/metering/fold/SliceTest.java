package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.SlicePlan;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void everyFingerprintFallsToOneSliceAndAboutAsManyToEach(int count) {
        Random random = new Random(count);
        int[] owned = new int[count];
        for (int number = 0; number < 20_000; number++) {
            long high = number % 2 == 0 ? number : random.nextLong();
            long low = number % 3 == 0 ? 0 : random.nextLong();
            List<Integer> owners = IntStream.range(0, count)
                    .filter(index -> new Slice(index, count).owns(high, low))
                    .boxed()
                    .toList();
            assertThat(owners).hasSize(1);
            owned[owners.get(0)]++;
        }
        assertThat(IntStream.of(owned).boxed().toList())
                .allSatisfy(size -> assertThat(size).isBetween(13_000 / count, 27_000 / count));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1, 1", "0, 0", "7, 7"})
    void thereIsNoOtherSlice(int index, int count) {
        assertThatThrownBy(() -> new Slice(index, count)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "1, 2", "2, 3", "6, 7", "63, 64"})
    void halvesOwnTogetherWhatTheSliceOwnsAndNothingElse(int index, int count) {
        Slice slice = new Slice(index, count);
        List<Slice> halves = slice.parts(2);
        Random random = new Random(count);
        int[] owned = new int[2];
        for (int number = 0; number < 20_000; number++) {
            long high = number % 2 == 0 ? number : random.nextLong();
            long low = number % 3 == 0 ? 0 : random.nextLong();
            List<Slice> owners =
                    halves.stream().filter(half -> half.owns(high, low)).toList();
            assertThat(owners).hasSize(slice.owns(high, low) ? 1 : 0);
            owners.forEach(owner -> owned[halves.indexOf(owner)]++);
        }
        assertThat(owned[0] + owned[1]).isPositive();
        assertThat(owned[0]).isBetween(owned[1] / 2, owned[1] * 2);
    }

    /** Returns records of every kind that have the same fingerprint as id and as entity. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 1, 2", "0, 1, 3", "2, 3, 2", "6, 7, 5", "5, 8, 4"})
    void aPartSeesARecordWhenItOwnsTheIdOrTheEntity(int index, int count, int number) {
        Slice slice = new Slice(index, count);
        SliceRouter parts = new SliceRouter(slice, number);
        List<Slice> all = slice.parts(number);
        Random random = new Random(number);
        TrafficRecord record = new TrafficRecord();
        for (int round = 0; round < 5_000; round++) {
            record.idHigh = random.nextLong();
            record.idLow = random.nextLong();
            record.entityHigh = random.nextLong();
            record.entityLow = random.nextLong();
            record.kind = TrafficKind.values()[round % TrafficKind.values().length];
            assertThat(parts.ofId(record)).isEqualTo(ownerOf(all, record.idHigh, record.idLow));
            int expected = record.kind.needsEntity()
                    ? ownerOf(all, record.entityHigh, record.entityLow)
                    : record.kind == TrafficKind.FORWARD_STORED ? SliceRouter.ALL : SliceRouter.NONE;
            assertThat(parts.ofEntity(record)).as(record.kind.code()).isEqualTo(expected);
        }
    }

    private static int ownerOf(List<Slice> slices, long high, long low) {
        return IntStream.range(0, slices.size())
                .filter(part -> slices.get(part).owns(high, low))
                .findFirst()
                .orElse(SliceRouter.NONE);
    }

    @Test
    void onlyTheFirstHalfOfTheFirstSliceIsTheFirst() {
        assertThat(new Slice(0, 3).parts(2)).extracting(Slice::isFirst).containsExactly(true, false);
        assertThat(new Slice(1, 3).parts(2)).extracting(Slice::isFirst).containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "day.csv, 0, 1000, 1",
        "day.csv, 1000, 760, 1",
        "day.csv, 1000, 759, 2",
        "day.csv, 100000000, 76000000, 1",
        "day.csv, 100000000, 7600000, 10",
        "day.csv.gz, 100000000, 76000000, 5",
        "day.csv.zst, 100000000, 76000000, 5",
        "day.ndjson, 100000000, 38000000, 2"
    })
    void theBudgetDecidesHowManySlicesThereAre(String name, long sizeBytes, long budgetBytes, int slices) {
        List<ListedFile> files = List.of(new ListedFile(name, sizeBytes, Instant.EPOCH));
        assertThat(SlicePlan.slices(files, budgetBytes)).isEqualTo(slices);
    }

    @Test
    void onlySlicesOfOneDayAddUp() {
        MeteredDay day = FoldFixture.fold().finish();
        WorkspaceDayFold other = FoldFixture.fold();
        other.startFile("b");
        assertThatThrownBy(() -> day.plus(other.finish()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with 1 files, found one of w/2026-11-21 with 2");
    }
}
