package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The fixture of the tests of folding: workspace {@code w} on 2026-11-21 in UTC+8, with one open file {@code a}. */
final class FoldFixture {

    static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w"), BillingDay.parse("2026-11-21"));

    private FoldFixture() {}

    static MeteringTerms terms(StorageType storage, boolean byIngest, boolean security, RetentionPolicy... policies) {
        return new MeteringTerms(
                DAY.day().in(ZoneOffset.ofHours(8)),
                storage,
                byIngest,
                new RetentionPolicies(List.of(policies)),
                OversizeRule.FLOOR_1024,
                security);
    }

    static RetentionPolicy policy(RetentionData data, String subject, int days, String effectiveAt) {
        return new RetentionPolicy(DAY.workspace(), data, subject, days, Instant.parse(effectiveAt));
    }

    static WorkspaceDayFold fold() {
        return fold(terms(StorageType.ES, false, true));
    }

    static WorkspaceDayFold fold(MeteringTerms terms) {
        WorkspaceDayFold fold = new WorkspaceDayFold(DAY, terms, rejection -> {});
        fold.startFile("a");
        return fold;
    }

    /** Returns a record of one item in hour 0 whose content is just its id. */
    static TrafficRecord record(String id, TrafficKind kind) {
        TrafficRecord record = new TrafficRecord();
        record.kind = kind;
        record.idHigh = fingerprint(id).getMostSignificantBits();
        record.idLow = fingerprint(id).getLeastSignificantBits();
        record.contentHigh = record.idHigh;
        record.contentLow = record.idLow;
        record.count = 1;
        record.line = 1;
        return record;
    }

    static TrafficRecord withEntity(TrafficRecord record, String entity) {
        record.entityHigh = fingerprint(entity).getMostSignificantBits();
        record.entityLow = fingerprint(entity).getLeastSignificantBits();
        return record;
    }

    static MeteringRow row(String id, String project, String subProject, int hour, long figure) {
        UUID fingerprint = fingerprint(id);
        return new MeteringRow(
                fingerprint.getMostSignificantBits(),
                fingerprint.getLeastSignificantBits(),
                figure,
                hour,
                project,
                MeteringProject.ofName(project).orElseThrow(),
                subProject,
                hour,
                figure,
                1,
                0);
    }

    private static UUID fingerprint(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
