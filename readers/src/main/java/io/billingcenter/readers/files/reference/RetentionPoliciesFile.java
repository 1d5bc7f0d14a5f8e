package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Retention periods of a workspace's data and the instants from which they apply, {@code retention_policies.csv}
 * (billing rules 4.3, 4.4).
 *
 * <pre>
 * workspace_id,data,subject,days,effective_at
 * ws-logs,log,audit,30,2026-01-01T00:00:00+08:00
 * ws-down,trace,,7,2026-10-20T12:00:00+08:00
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: a workspace of {@code workspaces.csv}
 *   <li>data: {@code metric}, {@code log}, {@code trace}, {@code profile}, {@code rum} or {@code forward}
 *   <li>subject: a measurement of {@code metric} or an index of {@code log}; empty for all
 *   <li>days: one of the days on offer for the data
 *   <li>effective_at: RFC 3339 instant from which it is in force, inclusive; one policy for each data and subject
 * </ul>
 */
final class RetentionPoliciesFile {

    private static final String WORKSPACE_ID = "workspace_id";
    private static final String DATA = "data";
    private static final String SUBJECT = "subject";
    private static final String DAYS = "days";
    private static final String EFFECTIVE_AT = "effective_at";

    static final CsvFormat FORMAT =
            CsvFormat.of("retention_policies.csv", WORKSPACE_ID, DATA, SUBJECT, DAYS, EFFECTIVE_AT);

    private static final ValueType<RetentionData> DATA_KINDS = ValueType.oneOf(
            Stream.of(RetentionData.values()).map(RetentionData::code).toList(), RetentionData::ofCode);
    private static final ValueType<Integer> WHOLE_DAYS = new ValueType<>(
            "a number of days",
            text -> text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());

    /** The workspace, data, subject and instant that identify a policy. */
    private record Key(WorkspaceId workspace, RetentionData data, String subject, Instant effectiveAt) {

        static Key of(RetentionPolicy policy) {
            return new Key(policy.workspace(), policy.data(), policy.subject(), policy.effectiveAt());
        }
    }

    private RetentionPoliciesFile() {}

    static List<RetentionPolicy> read(CsvTable table, References references) {
        UniqueKeys<Key> keys = new UniqueKeys<>("an instant of the workspace, data and subject");
        return Located.facts(table.facts(row -> policy(row, references, keys)));
    }

    private static Optional<RetentionPolicy> policy(CsvRow row, References references, UniqueKeys<Key> keys) {
        Cell<WorkspaceId> workspace = references.workspace(row, WORKSPACE_ID);
        Cell<RetentionData> data = row.cell(DATA, DATA_KINDS);
        Cell<String> subject = row.cell(SUBJECT, ReferenceTypes.SUBJECT);
        Cell<Integer> days = row.cell(DAYS, WHOLE_DAYS);
        Cell<Instant> effectiveAt = row.cell(EFFECTIVE_AT, ReferenceTypes.INSTANT);
        data.value().ifPresent(kind -> requireFit(kind, subject, days));
        Optional<RetentionPolicy> policy = row.fact(
                () -> new RetentionPolicy(workspace.get(), data.get(), subject.get(), days.get(), effectiveAt.get()));
        policy.ifPresent(good -> keys.claim(Key.of(good), effectiveAt));
        return policy;
    }

    private static void requireFit(RetentionData data, Cell<String> subject, Cell<Integer> days) {
        subject.require(
                text -> text.isEmpty() || data.bySubject(), "nothing, because only metric and log have subjects");
        days.require(data.allowedDays()::contains, "days of " + data.code() + " out of " + data.allowedDays());
    }
}
