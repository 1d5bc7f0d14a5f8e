package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.explain.ContributionLog;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Folds random records and metering rows of every kind, with repeated ids, entities and rules, and compares the measures
 * with an independent calculation by maps and {@link BigInteger}.
 */
class RandomFoldTest {

    private static final String[] CAUSES = {"monitor.threshold", "monitor.mutation", "slo", "smart.rum", "smart.host"};
    private static final Map<String, Integer> WEIGHTS =
            Map.of("monitor.threshold", 1, "monitor.mutation", 5, "slo", 1, "smart.rum", 100, "smart.host", 10);
    private static final String[] PROJECTS = {
        "ts",
        "logging",
        "keyevent",
        "security",
        "backup_log_s3_bytes",
        "backup_log_guance_bytes",
        "tracing",
        "rum_pv",
        "api_test",
        "privacy_scan_bytes",
        "report",
        "pipeline_processed_bytes",
        "datakit",
        "object",
        "cpu_datakit"
    };
    private static final int HOURS = 24;

    /** A record with its texts, from which the expected measures are calculated. */
    private record Item(String id, TrafficKind kind, String subject, String entity, int hour, long[] figures) {
        long count() {
            return figures[0];
        }

        long bytes() {
            return figures[1];
        }

        long seconds() {
            return figures[2];
        }
    }

    private static Item item(Random random) {
        TrafficKind kind = TrafficKind.values()[random.nextInt(TrafficKind.values().length)];
        String subject = switch (kind) {
            case TRIGGER -> CAUSES[random.nextInt(CAUSES.length)];
            case METRIC, LOG, FORWARD_STORED -> "s" + random.nextInt(3);
            default -> "";
        };
        String entity = kind.needsEntity() ? kind.code() + "-" + random.nextInt(8) : "";
        return new Item("id-" + random.nextInt(200), kind, subject, entity, random.nextInt(HOURS), new long[] {
            1 + random.nextInt(5), random.nextInt(40_000), random.nextInt(60_000)
        });
    }

    private static TrafficRecord record(Item item, WorkspaceDayFold fold, long line) {
        TrafficRecord record = FoldFixture.withEntity(FoldFixture.record(item.id(), item.kind()), item.entity());
        record.contentHigh = item.kind().ordinal() * 31L + item.hour();
        record.contentLow = item.count() * 1_000_003 + item.bytes() * 31 + item.seconds();
        record.subject = fold.subjects().codeOf(item.subject());
        record.hour = item.hour();
        record.count = item.count();
        record.bytes = item.bytes();
        record.seconds = item.seconds();
        record.line = line;
        record.offset = line * 100;
        return record;
    }

    /** The second calculation: one map by measure, with default retention and nothing but obvious steps. */
    private static final class Expected {
        private final Map<Measure, BigInteger> sums = new HashMap<>();
        private final Map<String, Long> largest = new HashMap<>();
        private final Map<String, Boolean> seen = new HashMap<>();

        void add(Measure measure, long amount) {
            sums.merge(measure, BigInteger.valueOf(amount), BigInteger::add);
        }

        void see(Item item) {
            String key = item.kind() + "/" + item.entity();
            switch (item.kind()) {
                case METRIC -> once(key, Measure.SERIES);
                case SPAN -> once(key + "/" + item.hour(), Measure.TRACE_IDS);
                case NETWORK -> once(key, Measure.NETWORK_HOSTS);
                case SESSION_REPLAY, DATAKIT -> largest.merge(key, item.seconds(), Math::max);
                case FORWARD_STORED -> largest.merge(item.kind() + "/" + item.subject(), item.bytes(), Math::max);
                default -> {}
            }
        }

        private void once(String key, Measure measure) {
            if (seen.put(key, true) == null) {
                add(measure, 1);
            }
        }

        void count(Item item) {
            switch (item.kind()) {
                case SPAN -> add(Measure.SPANS, item.count());
                case LOG, EVENT, SYNTHETIC_SELF, SECURITY_CHECK ->
                    add(Measure.LOG_ITEMS, item.count() * Math.max(1, item.bytes() / 10_240));
                case PROFILE -> add(Measure.PROFILES, item.count() * Math.max(1, item.bytes() / 307_200));
                case RUM_VIEW -> add(Measure.RUM_VIEWS, item.count());
                case RUM_RESOURCE, RUM_ACTION, RUM_ERROR, RUM_LONG_TASK -> add(Measure.RUM_EVENTS, item.count());
                case SYNTHETIC -> add(Measure.SYNTHETIC_TESTS, item.count());
                case TRIGGER -> {
                    long surcharge = Math.max(0, (item.seconds() - 900 + 899) / 900);
                    add(Measure.TRIGGER_CALLS, item.count() * WEIGHTS.get(item.subject()) + surcharge);
                }
                case SMS -> add(Measure.SMS_SENT, item.count());
                case FORWARD_EXTERNAL -> add(Measure.FORWARD_EXTERNAL_BYTES, item.count() * item.bytes());
                case SCAN -> add(Measure.SCANNED_BYTES, item.count() * item.bytes());
                case PIPELINE -> add(Measure.PIPELINE_BYTES, item.count() * item.bytes());
                case REPORT -> add(Measure.REPORTS_SENT, item.count());
                default -> {}
            }
        }

        Map<Measure, BigInteger> result() {
            largest.forEach((key, value) -> {
                if (key.startsWith("SESSION_REPLAY")) {
                    add(Measure.REPLAY_SESSIONS, Math.max(1, value / 14_400));
                } else if (key.startsWith("DATAKIT")) {
                    add(Measure.DATAKITS, value >= 43_200 ? 1 : 0);
                } else {
                    add(Measure.FORWARD_STORED_BYTES, value);
                }
            });
            sums.values().removeIf(value -> value.signum() == 0);
            return sums;
        }
    }

    private static Map<Measure, BigInteger> byMeasure(Map<MeasureTier, BigInteger> measures) {
        Map<Measure, BigInteger> sums = new HashMap<>();
        measures.forEach((tier, value) -> sums.merge(tier.measure(), value, BigInteger::add));
        return sums;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void recordsOfEveryKindAreFoldedAsCalculatedIndependently(long seed) {
        Random random = new Random(seed);
        WorkspaceDayFold fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, false, true));
        Expected expected = new Expected();
        Map<String, Item> accepted = new HashMap<>();
        long duplicates = 0;
        for (int line = 1; line <= 500; line++) {
            Item item = random.nextInt(10) == 0 && !accepted.isEmpty()
                    ? new ArrayList<>(new TreeMap<>(accepted).values()).get(random.nextInt(accepted.size()))
                    : item(random);
            Item first = accepted.putIfAbsent(item.id(), item);
            expected.see(item);
            WorkspaceDayFold.Outcome outcome = fold.accept(record(item, fold, line));
            if (first == null) {
                expected.count(item);
                assertThat(outcome).isEqualTo(WorkspaceDayFold.Outcome.ACCEPTED);
            } else if (first == item) {
                duplicates++;
                assertThat(outcome).isEqualTo(WorkspaceDayFold.Outcome.DUPLICATE);
            } else {
                assertThat(outcome).isEqualTo(WorkspaceDayFold.Outcome.CONFLICT);
            }
        }
        MeteredDay day = fold.finish();
        assertThat(byMeasure(day.measures())).isEqualTo(expected.result());
        assertThat(day.accepted()).isEqualTo(accepted.size());
        assertThat(day.duplicates()).isEqualTo(duplicates);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void meteringRowsAreAddedOrTheirLargestTotalCounts(long seed) {
        Random random = new Random(seed);
        boolean securityCounted = seed % 2 == 0;
        WorkspaceDayFold fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, false, securityCounted));
        Map<Measure, BigInteger> expected = new HashMap<>();
        Map<String, Long> largest = new HashMap<>();
        for (int number = 0; number < 400; number++) {
            String name = PROJECTS[random.nextInt(PROJECTS.length)];
            MeteringProject project = MeteringProject.ofName(name).orElseThrow();
            String subProject = "p" + random.nextInt(3);
            long figure = random.nextInt(1_000);
            MeteringRow row = FoldFixture.row("row-" + number, name, subProject, random.nextInt(HOURS), figure);
            fold.accept(row);
            Measure measure = project.measure();
            if (measure == null || name.equals(MeteringProject.SECURITY) && !securityCounted) {
                continue;
            }
            long added = figure;
            if (project.statistic() == MeteringProject.Statistic.FULL) {
                long before = largest.getOrDefault(name + subProject, 0L);
                added = Math.max(0, figure - before);
                largest.merge(name + subProject, figure, Math::max);
            }
            expected.merge(measure, BigInteger.valueOf(added), BigInteger::add);
        }
        expected.values().removeIf(value -> value.signum() == 0);
        assertThat(byMeasure(fold.finish().measures())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contributionsOfRecordsAddUpToTheMeasures(long seed) {
        Random random = new Random(seed);
        WorkspaceDayFold fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, false, true));
        List<MeasureTier> measures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (int days : TierLookup.DAYS) {
                measures.add(new MeasureTier(measure, days));
            }
        }
        Map<MeasureTier, BigInteger> contributed = new TreeMap<>();
        List<Contribution> contributions = new ArrayList<>();
        ContributionLog log = new ContributionLog(fold, measures, contributions::add);
        for (int line = 1; line <= 300; line++) {
            fold.accept(record(item(random), fold, line));
            log.folded("a", line, line * 100L);
        }
        for (Contribution contribution : contributions) {
            assertThat(contribution.amount()).isPositive();
            assertThat(contribution.place().offset())
                    .isEqualTo(contribution.place().line() * 100);
            contributed.merge(contribution.measure(), contribution.amount(), BigInteger::add);
        }
        assertThat(contributed).isEqualTo(fold.finish().measures());
    }
}
