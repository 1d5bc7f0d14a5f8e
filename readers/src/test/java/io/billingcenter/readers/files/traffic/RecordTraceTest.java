package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeterSource;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reported records add up to every measure and quantity, with duplicates, conflicts and damage. */
class RecordTraceTest {

    private static final int ROUNDS = 200;

    private static final List<MeasureTier> ALL_MEASURES = Stream.of(Measure.values())
            .flatMap(measure ->
                    IntStream.of(0, 3, 7, 14, 30, 60, 180, 360, 720).mapToObj(days -> new MeasureTier(measure, days)))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addUpForAnyTraffic(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            NastyTraffic traffic = new NastyTraffic(random);
            List<Path> files = new ArrayList<>();
            for (int number = 0; number <= random.nextInt(3); number++) {
                files.add(Traffic.file(folder, number + ".csv", traffic.log()));
            }
            files.add(Traffic.file(folder, "rows.ndjson", rows(random).getBytes(UTF_8)));
            assertAddUp(files, "seed " + seed + " round " + round);
        }
    }

    @Test
    void aLongerStayOfASessionBringsWhatItWeighsMore() throws IOException {
        Path file = file(
                "a,2026-11-21T08:00:00Z,w,session_replay,,s1,,,100",
                "b,2026-11-21T08:00:00Z,w,session_replay,,s1,,,50000",
                "c,2026-11-21T08:00:00Z,w,session_replay,,s1,,,43000",
                "d,2026-11-21T08:00:00Z,w,session_replay,,s2,,,0");
        assertThat(contributions(List.of(file))).containsExactly("2 +1", "3 +2", "5 +1");
    }

    @Test
    void aDuplicateBringsNothingAndAConflictItsEntityOnly() throws IOException {
        Path file = file(
                "a,2026-11-21T08:00:00Z,w,span,,t1,3,,",
                "a,2026-11-21T08:00:00Z,w,span,,t1,3,,",
                "a,2026-11-21T08:00:00Z,w,span,,t2,3,,");
        assertThat(contributions(List.of(file))).containsExactly("2 +1", "2 +3", "4 +1");
    }

    private Path file(String... records) throws IOException {
        String text = Traffic.HEADER + "\n" + String.join("\n", records) + "\n";
        return Traffic.file(folder, "a.csv", text.getBytes(UTF_8));
    }

    private static List<String> contributions(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        RecordTrace.trace(
                Traffic.DAY,
                files,
                Traffic.TERMS,
                ALL_MEASURES,
                contribution -> found.add(contribution.place().line() + " +" + contribution.amount()));
        return found;
    }

    private static void assertAddUp(List<Path> files, String which) throws IOException {
        Map<MeasureTier, BigInteger> sums = new TreeMap<>();
        List<Contribution> all = new ArrayList<>();
        MeteredDay traced = RecordTrace.trace(Traffic.DAY, files, Traffic.TERMS, ALL_MEASURES, contribution -> {
            all.add(contribution);
            sums.merge(contribution.measure(), contribution.amount(), BigInteger::add);
        });
        MeteredDay metered = Traffic.read(new FastTrafficReader(), files).day();
        assertThat(traced).as(which).isEqualTo(metered);
        assertThat(sums).as(which).isEqualTo(metered.measures());
        assertThat(all).as(which).allMatch(contribution -> contribution.amount().signum() > 0);
        for (Usage usage : UsageCalculator.usage(metered.measures())) {
            MeterSource source = UsageCalculator.deciding(usage.tier(), metered.measures());
            BigInteger sum = sums.getOrDefault(
                    new MeasureTier(source.measure(), usage.tier().retentionDays()), BigInteger.ZERO);
            assertThat(source.quantity(sum)).as(which).isEqualByComparingTo(usage.quantity());
        }
    }

    private static String rows(RandomGenerator random) {
        String[] projects = {"ts", "logging", "keyevent", "tracing", "backup_log_guance_bytes", "datakit", "object"};
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < random.nextInt(8); number++) {
            String project = projects[random.nextInt(projects.length)];
            rows.append("{\"time\":")
                    .append(1_795_190_400_000L + random.nextInt(24) * 3_600_000L)
                    .append(",\"__docid\":\"m-")
                    .append(random.nextInt(6))
                    .append("\",\"workspaceUUID\":\"w\",\"project\":\"")
                    .append(project)
                    .append("\",\"sub_project\":\"s")
                    .append(random.nextInt(2))
                    .append("\",\"count\":\"")
                    .append(random.nextInt(50))
                    .append("\",\"hour_count\":")
                    .append(random.nextInt(50))
                    .append("}\n");
        }
        return rows.toString();
    }
}
