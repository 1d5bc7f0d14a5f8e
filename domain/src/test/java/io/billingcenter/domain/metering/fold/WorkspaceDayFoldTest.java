package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold.Outcome;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceDayFoldTest {

    private WorkspaceDayFold fold = FoldFixture.fold();
    private int lastId;

    @Test
    void resultsOfSelfBuiltNodesAreCountedApartOnTheFreePlan() {
        MeteringTerms terms = FoldFixture.terms(StorageType.ES, false, true);
        assertThat(terms.withQuotas().describe()).isEqualTo(terms.describe());
        fold = FoldFixture.fold(terms.withQuotas());
        for (TrafficKind kind : List.of(TrafficKind.SYNTHETIC_SELF, TrafficKind.EVENT)) {
            TrafficRecord record = next(kind);
            record.count = 3;
            record.bytes = 20_480;
            fold.accept(record);
        }
        assertThat(fold.finish().measures())
                .containsOnly(
                        Map.entry(new MeasureTier(Measure.LOG_ITEMS, 14), BigInteger.valueOf(12)),
                        Map.entry(new MeasureTier(Measure.SELF_SYNTHETIC_ITEMS, 14), BigInteger.valueOf(6)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOG, 3, 20480, 0, LOG_ITEMS, 14, 6",
        "EVENT, 3, 20479, 0, LOG_ITEMS, 14, 3",
        "SECURITY_CHECK, 3, 0, 0, LOG_ITEMS, 14, 3",
        "SYNTHETIC_SELF, 3, 35840, 0, LOG_ITEMS, 14, 9",
        "SYNTHETIC, 3, 99999, 0, SYNTHETIC_TESTS, 0, 3",
        "SPAN, 3, 0, 0, SPANS, 14, 3",
        "PROFILE, 3, 614399, 0, PROFILES, 14, 3",
        "PROFILE, 3, 614400, 0, PROFILES, 14, 6",
        "RUM_VIEW, 3, 0, 0, RUM_VIEWS, 14, 3",
        "RUM_RESOURCE, 3, 0, 0, RUM_EVENTS, 14, 3",
        "RUM_ACTION, 3, 0, 0, RUM_EVENTS, 14, 3",
        "RUM_ERROR, 3, 0, 0, RUM_EVENTS, 14, 3",
        "RUM_LONG_TASK, 3, 0, 0, RUM_EVENTS, 14, 3",
        "SMS, 3, 0, 0, SMS_SENT, 0, 3",
        "REPORT, 3, 0, 0, REPORTS_SENT, 0, 3",
        "FORWARD_EXTERNAL, 3, 50, 0, FORWARD_EXTERNAL_BYTES, 0, 150",
        "FORWARD_STORED, 3, 50, 0, FORWARD_STORED_BYTES, 0, 50",
        "SCAN, 3, 50, 0, SCANNED_BYTES, 0, 150",
        "PIPELINE, 3, 50, 0, PIPELINE_BYTES, 0, 150",
        "METRIC, 3, 0, 0, SERIES, 7, 1",
        "NETWORK, 3, 0, 0, NETWORK_HOSTS, 0, 1",
        "SESSION_REPLAY, 3, 0, 28800, REPLAY_SESSIONS, 0, 2",
        "DATAKIT, 3, 0, 43200, DATAKITS, 0, 1",
        "FORWARD_EXTERNAL, 9223372036854775807, 9223372036854775807, 0, FORWARD_EXTERNAL_BYTES, 0, 85070591730234615847396907784232501249",
        "LOG, 9223372036854775807, 20480, 0, LOG_ITEMS, 14, 18446744073709551614"
    })
    void countsAKind(
            TrafficKind kind, long count, long bytes, long seconds, Measure measure, int retention, BigInteger figure) {
        TrafficRecord record = FoldFixture.withEntity(next(kind), "e");
        record.subject = fold.subjects().codeOf("s");
        record.count = count;
        record.bytes = bytes;
        record.seconds = seconds;
        fold.accept(record);
        assertThat(fold.finish().measures()).containsEntry(new MeasureTier(measure, retention), figure);
    }

    @ParameterizedTest
    @EnumSource
    void countsEveryKindByAtLeastOneMeasure(TrafficKind kind) {
        TrafficRecord record = FoldFixture.withEntity(next(kind), "e");
        record.subject = fold.subjects().codeOf("slo");
        record.bytes = 1;
        record.seconds = 43_200;
        fold.accept(record);
        assertThat(fold.finish().measures()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ES, 10240, 1",
        "ES, 20480, 2",
        "SLS, 2048, 1",
        "SLS, 4095, 1",
        "SLS, 4096, 2",
        "EXCLUSIVE, 4096, 1",
        "EXCLUSIVE, 20480, 2"
    })
    void splitsLogsByTheirStorage(StorageType storage, long bytes, long items) {
        fold = FoldFixture.fold(FoldFixture.terms(storage, false, true));
        TrafficRecord record = next(TrafficKind.LOG);
        record.bytes = bytes;
        fold.accept(record);
        assertThat(figure(Measure.LOG_ITEMS, 14)).isEqualTo(items);
    }

    @Test
    void metersLogsByBytesInsteadUnderThatPlan() {
        fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, true, true));
        for (TrafficKind kind :
                List.of(TrafficKind.LOG, TrafficKind.EVENT, TrafficKind.SECURITY_CHECK, TrafficKind.SYNTHETIC_SELF)) {
            TrafficRecord record = next(kind);
            record.count = 2;
            record.bytes = 20_480;
            fold.accept(record);
        }
        assertThat(fold.finish().measures())
                .containsOnly(Map.entry(new MeasureTier(Measure.LOG_BYTES, 14), BigInteger.valueOf(163_840)));
    }

    @Test
    void leavesOutSecurityChecksOnceTheyNoLongerCount() {
        fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, false, false));
        assertThat(fold.accept(next(TrafficKind.SECURITY_CHECK))).isEqualTo(Outcome.ACCEPTED);
        fold.accept(FoldFixture.row("r1", "security", "", 0, 5));
        fold.accept(FoldFixture.row("r2", "keyevent", "", 0, 7));
        assertThat(fold.finish().measures())
                .containsOnly(Map.entry(new MeasureTier(Measure.LOG_ITEMS, 14), BigInteger.valueOf(7)));
    }

    @Test
    void acceptsTheFirstOfAnIdAndTellsDuplicatesFromConflicts() {
        TrafficRecord first = next(TrafficKind.SMS);
        first.line = 2;
        first.offset = 68;
        assertThat(fold.accept(first)).isEqualTo(Outcome.ACCEPTED);
        fold.startFile("b");
        assertThat(fold.accept(first)).isEqualTo(Outcome.DUPLICATE);
        first.contentLow++;
        assertThat(fold.accept(first)).isEqualTo(Outcome.CONFLICT);
        assertThat(fold.conflictingPlace()).isEqualTo(new RecordPlace("a", 2, 68));
        assertThat(figure(Measure.SMS_SENT, 0)).isEqualTo(1);
    }

    @Test
    void remembersPlacesInLargeFiles() {
        fold = new WorkspaceDayFold(FoldFixture.DAY, FoldFixture.terms(StorageType.ES, false, true), rejection -> {});
        for (int file = 0; file < 70_000; file++) {
            fold.startFile("f" + file);
        }
        TrafficRecord record = next(TrafficKind.SMS);
        record.line = 40_000_000L;
        record.offset = 9_000_000_000L;
        fold.accept(record);
        record.contentLow++;
        fold.accept(record);
        assertThat(fold.conflictingPlace()).isEqualTo(new RecordPlace("f69999", 40_000_000L, 9_000_000_000L));
    }

    /** Distinct counts and maxima include duplicates and conflicts; sums do not (reading B5). */
    @Test
    void seesEntitiesAndMaximaOfConflicts() {
        for (TrafficKind kind : List.of(
                TrafficKind.METRIC,
                TrafficKind.SPAN,
                TrafficKind.NETWORK,
                TrafficKind.SESSION_REPLAY,
                TrafficKind.DATAKIT,
                TrafficKind.FORWARD_STORED)) {
            TrafficRecord record = FoldFixture.withEntity(next(kind), "first");
            record.bytes = 10;
            fold.accept(record);
            record.contentLow++;
            record.bytes = 30;
            record.seconds = 86_400;
            FoldFixture.withEntity(record, "second");
            assertThat(fold.accept(record)).isEqualTo(Outcome.CONFLICT);
        }
        assertThat(fold.finish().measures().toString())
                .isEqualTo("{"
                        + String.join(
                                ", ",
                                shown(Measure.SERIES, 7, 2),
                                shown(Measure.FORWARD_STORED_BYTES, 0, 30),
                                shown(Measure.NETWORK_HOSTS, 0, 2),
                                shown(Measure.TRACE_IDS, 14, 2),
                                shown(Measure.SPANS, 14, 1),
                                shown(Measure.REPLAY_SESSIONS, 0, 7),
                                shown(Measure.DATAKITS, 0, 1))
                        + "}");
    }

    @Test
    void countsATraceInEveryHourInWhichItWasSeen() {
        for (int hour : new int[] {0, 0, 5, 23, 23}) {
            TrafficRecord record = FoldFixture.withEntity(next(TrafficKind.SPAN), "t");
            record.hour = hour;
            fold.accept(record);
        }
        assertThat(figure(Measure.TRACE_IDS, 14)).isEqualTo(3);
    }

    /** Billing rules 3.2, D4. */
    @ParameterizedTest
    @CsvSource({"0, 1", "14400, 1", "14460, 1", "28740, 1", "28800, 2", "90000, 6"})
    void splitsASessionByWholeFourHours(long seconds, long sessions) {
        TrafficRecord record = FoldFixture.withEntity(next(TrafficKind.SESSION_REPLAY), "s");
        record.seconds = seconds;
        fold.accept(record);
        assertThat(figure(Measure.REPLAY_SESSIONS, 0)).isEqualTo(sessions);
    }

    @Test
    void takesTheLargestSecondsOfASessionAndOfACollector() {
        for (long seconds : new long[] {100, 43_200, 7}) {
            for (TrafficKind kind : List.of(TrafficKind.SESSION_REPLAY, TrafficKind.DATAKIT)) {
                TrafficRecord record = FoldFixture.withEntity(next(kind), "x");
                record.seconds = seconds;
                fold.accept(record);
            }
        }
        TrafficRecord shortLived = FoldFixture.withEntity(next(TrafficKind.DATAKIT), "y");
        shortLived.seconds = 43_199;
        fold.accept(shortLived);
        MeteredDay day = fold.finish();
        assertThat(day.measures())
                .containsEntry(new MeasureTier(Measure.REPLAY_SESSIONS, 0), BigInteger.valueOf(3))
                .containsEntry(new MeasureTier(Measure.DATAKITS, 0), BigInteger.ONE);
    }

    @Test
    void addsTheLargestStoredBytesOfEveryRule() {
        long[] bytes = {5, 9, 7, 100};
        String[] rules = {"a", "a", "a", "b"};
        for (int index = 0; index < bytes.length; index++) {
            TrafficRecord record = next(TrafficKind.FORWARD_STORED);
            record.subject = fold.subjects().codeOf(rules[index]);
            record.bytes = bytes[index];
            fold.accept(record);
        }
        assertThat(figure(Measure.FORWARD_STORED_BYTES, 0)).isEqualTo(109);
    }

    @Test
    void givesEveryTierItsOwnFigure() {
        fold = FoldFixture.fold(FoldFixture.terms(
                StorageType.ES,
                false,
                true,
                FoldFixture.policy(RetentionData.LOG, "audit", 60, "2026-01-01T00:00:00Z"),
                FoldFixture.policy(RetentionData.LOG, "default", 7, "2026-11-21T00:30:00Z")));
        for (int hour = 7; hour < 10; hour++) {
            for (String index : List.of("", "default", "audit")) {
                TrafficRecord record = next(TrafficKind.LOG);
                record.subject = fold.subjects().codeOf(index);
                record.hour = hour;
                fold.accept(record);
            }
        }
        // The change is within hour 8, so hours 7 and 8 keep the earlier tier.
        assertThat(fold.finish().measures().toString())
                .isEqualTo("{"
                        + String.join(
                                ", ",
                                shown(Measure.LOG_ITEMS, 7, 2),
                                shown(Measure.LOG_ITEMS, 14, 4),
                                shown(Measure.LOG_ITEMS, 60, 3))
                        + "}");
    }

    @Test
    void sumsIncrementsAndTakesTheLargestTotalOfEverySubProject() {
        fold.accept(FoldFixture.row("1", "tracing", "", 0, 4));
        fold.accept(FoldFixture.row("2", "tracing", "", 9, 5));
        fold.accept(FoldFixture.row("3", "backup_log_guance_bytes", "logging", 0, 70));
        fold.accept(FoldFixture.row("4", "backup_log_guance_bytes", "logging", 1, 60));
        fold.accept(FoldFixture.row("5", "backup_log_guance_bytes", "rum", 0, 5));
        fold.accept(FoldFixture.row("6", "datakit", "", 3, 12));
        fold.accept(FoldFixture.row("7", "object", "", 3, 12));
        assertThat(fold.finish().measures().toString())
                .isEqualTo("{"
                        + String.join(
                                ", ",
                                shown(Measure.FORWARD_STORED_BYTES, 0, 75),
                                shown(Measure.TRACE_IDS, 14, 9),
                                shown(Measure.DATAKITS, 0, 12))
                        + "}");
    }

    @Test
    void looksAtFullRowsOfConflictsAndNotAtTheirIncrements() {
        fold.accept(FoldFixture.row("1", "ts", "cpu", 0, 10));
        assertThat(fold.accept(FoldFixture.row("1", "ts", "cpu", 0, 25))).isEqualTo(Outcome.CONFLICT);
        fold.accept(FoldFixture.row("2", "report", "", 0, 10));
        assertThat(fold.accept(FoldFixture.row("2", "report", "", 0, 25))).isEqualTo(Outcome.CONFLICT);
        assertThat(fold.accept(FoldFixture.row("2", "report", "", 0, 10))).isEqualTo(Outcome.DUPLICATE);
        MeteredDay day = fold.finish();
        assertThat(day.measures())
                .containsEntry(new MeasureTier(Measure.SERIES, 7), BigInteger.valueOf(25))
                .containsEntry(new MeasureTier(Measure.REPORTS_SENT, 0), BigInteger.TEN);
    }

    @ParameterizedTest
    @CsvSource({"logging, false", "keyevent, false", "security, false", "logging_bytes, true"})
    void metersRowsOfLogsByCountOrByBytes(String project, boolean bytes) {
        for (boolean byIngest : new boolean[] {false, true}) {
            fold = FoldFixture.fold(FoldFixture.terms(StorageType.ES, byIngest, true));
            fold.accept(FoldFixture.row("1", project, "", 0, 4));
            assertThat(fold.finish().measures().size()).isEqualTo(bytes == byIngest ? 1 : 0);
        }
    }

    @Test
    void countsWhatBecameOfTheRecordsOfEachFile() {
        List<Rejection> quarantine = new ArrayList<>();
        fold = new WorkspaceDayFold(FoldFixture.DAY, FoldFixture.terms(StorageType.ES, false, true), quarantine::add);
        fold.startFile("a");
        TrafficRecord record = next(TrafficKind.SMS);
        fold.accept(record);
        fold.accept(record);
        fold.reject(rejection(RejectionReason.BAD_TIME));
        fold.reject(rejection(RejectionReason.CONFLICT));
        fold.startFile("b");
        fold.reject(rejection(RejectionReason.BAD_HEADER));
        MeteredDay day = fold.finish();
        assertThat(day.files())
                .containsExactly(new FileTotals("a", false, 4, 1, 1, 1, 1), new FileTotals("b", true, 0, 0, 0, 0, 0));
        assertThat(quarantine)
                .extracting(Rejection::reason)
                .containsExactly(RejectionReason.BAD_TIME, RejectionReason.CONFLICT, RejectionReason.BAD_HEADER);
        assertThat(day.records()).isEqualTo(4);
        assertThat(day.unreadableFiles()).isEqualTo(1);
    }

    @Test
    void withTablesThatKeepNothingEveryRecordCountsAndNoEntity() {
        fold = new WorkspaceDayFold(
                FoldFixture.DAY,
                FoldFixture.terms(StorageType.ES, false, true),
                rejection -> {},
                FoldTables.withoutTracking());
        fold.startFile("a");
        TrafficRecord sms = next(TrafficKind.SMS);
        fold.accept(sms);
        fold.accept(sms);
        fold.accept(FoldFixture.withEntity(next(TrafficKind.METRIC), "series"));
        MeteredDay day = fold.finish();
        assertThat(day.accepted()).isEqualTo(3);
        assertThat(day.measures().toString()).doesNotContain("series").contains("=2");
    }

    @Test
    void hashesAcceptedRecordsInAnyOrder() {
        List<TrafficRecord> records = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            records.add(next(TrafficKind.SMS));
        }
        String hash = hashOf(records);
        Collections.reverse(records);
        records.add(records.get(0));
        assertThat(hashOf(records)).isEqualTo(hash).matches("[0-9a-f]{32}");
        records.add(next(TrafficKind.SMS));
        assertThat(hashOf(records)).isNotEqualTo(hash);
        assertThat(hashOf(List.of())).isEqualTo("0".repeat(32));
    }

    private static String hashOf(List<TrafficRecord> records) {
        WorkspaceDayFold fold = FoldFixture.fold();
        records.forEach(fold::accept);
        return fold.finish().recordHash();
    }

    private static Rejection rejection(RejectionReason reason) {
        return new Rejection(new RecordPlace("a", 1, 0), reason, "", new byte[0]);
    }

    private TrafficRecord next(TrafficKind kind) {
        lastId++;
        return FoldFixture.record("id" + lastId, kind);
    }

    private BigInteger figure(Measure measure, int retention) {
        return fold.finish().measures().get(new MeasureTier(measure, retention));
    }

    private static String shown(Measure measure, int retention, long figure) {
        return new MeasureTier(measure, retention) + "=" + figure;
    }
}
