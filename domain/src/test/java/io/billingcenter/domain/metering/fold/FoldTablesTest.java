package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workspace-days use the same tables one after another; none of them sees anything of another. */
class FoldTablesTest {

    private static final MeteringTerms TERMS = FoldFixture.terms(StorageType.ES, false, true);

    /** The result of a fold: the day, and the outcome of every record. */
    private record Folded(MeteredDay day, List<WorkspaceDayFold.Outcome> outcomes) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void giveTheSameForEveryDayAsNewOnes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        FoldTables tables = new FoldTables();
        for (int round = 0; round < 40; round++) {
            List<TrafficRecord> records = records(random, random.nextInt(1 << random.nextInt(1, 14)));
            Slice slice = round % 3 == 0 ? new Slice(round % 2, 2) : Slice.WHOLE;
            assertThat(fold(records, slice, tables)).isEqualTo(fold(records, slice, new FoldTables()));
        }
    }

    @Test
    void forgetAFoldThatEndedInTheMiddle() {
        List<TrafficRecord> records =
                records(RandomGeneratorFactory.of("L64X128MixRandom").create(1), 5_000);
        FoldTables tables = new FoldTables();
        WorkspaceDayFold abandoned = new WorkspaceDayFold(FoldFixture.DAY, TERMS, rejection -> {}, tables);
        abandoned.startFile("a");
        records.forEach(abandoned::accept);
        List<TrafficRecord> few = records.subList(0, 50);
        assertThat(fold(few, Slice.WHOLE, tables)).isEqualTo(fold(few, Slice.WHOLE, new FoldTables()));
    }

    @Test
    void areFullWhenAllOfThemTogetherNeedTooMuch() {
        List<TrafficRecord> records =
                records(RandomGeneratorFactory.of("L64X128MixRandom").create(1), 20_000);
        assertThatThrownBy(() -> fold(records, Slice.WHOLE, new FoldTables(1 << 18)))
                .isInstanceOf(TablesFullException.class);
        assertThat(fold(records, Slice.WHOLE, new FoldTables(8 << 20)))
                .isEqualTo(fold(records, Slice.WHOLE, new FoldTables()));
    }

    @Test
    void keepAnHourMoreOnTheDayThatHasOne() {
        FoldTables tables = new FoldTables();
        FingerprintTable last = tables.traces(24);
        assertThat(last.add(1, 1)).isTrue();
        assertThat(tables.traces(24)).isSameAs(last);
        assertThat(tables.traces(23)).isNotSameAs(last);
        tables.clear();
        assertThat(tables.traces(24).size()).isZero();
    }

    private static Folded fold(List<TrafficRecord> records, Slice slice, FoldTables tables) {
        WorkspaceDayFold fold = new WorkspaceDayFold(FoldFixture.DAY, TERMS.of(slice), rejection -> {}, tables);
        fold.startFile("a");
        fold.expectRecords(records.size() / 2);
        fold.subjects().codeOf("slo");
        List<WorkspaceDayFold.Outcome> outcomes =
                records.stream().map(fold::accept).toList();
        return new Folded(fold.finish(), outcomes);
    }

    /** Ids and entities repeat, and so do ids with other contents. */
    private static List<TrafficRecord> records(RandomGenerator random, int count) {
        TrafficKind[] kinds = {
            TrafficKind.METRIC,
            TrafficKind.NETWORK,
            TrafficKind.SESSION_REPLAY,
            TrafficKind.DATAKIT,
            TrafficKind.SPAN,
            TrafficKind.SMS
        };
        List<TrafficRecord> records = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            TrafficRecord record = FoldFixture.withEntity(
                    FoldFixture.record("r" + random.nextInt(1 + count), kinds[random.nextInt(kinds.length)]),
                    "e" + random.nextInt(1 + count / 2));
            record.contentLow += random.nextInt(2);
            record.hour = random.nextInt(24);
            record.seconds = random.nextInt(86_400);
            record.line = number + 2;
            record.offset = number * 50L;
            records.add(record);
        }
        return records;
    }
}
