package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.SubjectTable;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.time.DaySpan;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.TriggerCause;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the nine columns of a record. They are checked in column order, and the first that fails decides. */
final class RecordRules {

    private static final int LONGEST_ID = 64;

    /** The kinds whose subject matters; other subjects are not remembered, since there may be many. */
    private static final Set<TrafficKind> SUBJECT_DECIDES =
            EnumSet.of(TrafficKind.METRIC, TrafficKind.LOG, TrafficKind.TRIGGER, TrafficKind.FORWARD_STORED);

    private final String workspace;
    private final byte[] workspaceBytes;
    private final String day;
    private final DaySpan span;
    private final SubjectTable subjects;
    private final Rfc3339 time = new Rfc3339();
    private final Fingerprints fingerprints = new Fingerprints();

    RecordRules(WorkspaceDayFold fold) {
        this.workspace = fold.workspaceDay().workspace().value();
        this.workspaceBytes = workspace.getBytes(StandardCharsets.UTF_8);
        this.day = fold.workspaceDay().day().toString();
        this.span = fold.terms().span();
        this.subjects = fold.subjects();
    }

    /**
     * Fills the record, except for its place. Returns the first fault if there is one; then the record must not be
     * used.
     */
    @Nullable
    RecordFault check(RecordColumns columns, TrafficRecord record) {
        RecordFault fault = identify(columns, record);
        if (fault == null) {
            fault = classify(columns, record);
        }
        if (fault == null) {
            fault = measure(columns, record);
        }
        if (fault == null) {
            fingerprint(columns, record);
        }
        return fault;
    }

    /** Returns whether the range is an id of 1 to 64 characters from 0x20 to 0x7E. */
    static boolean isRecordId(byte[] bytes, int from, int to) {
        if (from == to || to - from > LONGEST_ID) {
            return false;
        }
        for (int index = from; index < to; index++) {
            if (bytes[index] < 0x20 || bytes[index] > 0x7E) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether anything depends on the subject of records of that kind. */
    static boolean isDecidedBySubject(TrafficKind kind) {
        return SUBJECT_DECIDES.contains(kind);
    }

    static RecordFault badRecordId(String found) {
        return RecordFault.found(
                RejectionReason.BAD_RECORD_ID, "1 to " + LONGEST_ID + " characters of printable ASCII", found);
    }

    private @Nullable RecordFault identify(RecordColumns columns, TrafficRecord record) {
        byte[] bytes = columns.bytes();
        if (!isRecordId(bytes, columns.from(RecordColumns.RECORD_ID), columns.to(RecordColumns.RECORD_ID))) {
            return badRecordId(columns.text(RecordColumns.RECORD_ID));
        }
        if (!time.parse(bytes, columns.from(RecordColumns.TIME), columns.to(RecordColumns.TIME))) {
            return RecordFault.found(
                    RejectionReason.BAD_TIME,
                    "an RFC 3339 instant like 2026-11-21T08:00:00Z",
                    columns.text(RecordColumns.TIME));
        }
        Instant instant = Instant.ofEpochSecond(time.epochSecond(), time.nano());
        if (!span.contains(instant)) {
            return RecordFault.found(RejectionReason.OUTSIDE_DAY, "a time in " + day, columns.text(RecordColumns.TIME));
        }
        record.hour = span.hourOf(instant);
        if (!columns.equals(RecordColumns.WORKSPACE_ID, workspaceBytes)) {
            return RecordFault.found(
                    RejectionReason.WRONG_WORKSPACE,
                    "workspace " + workspace,
                    columns.text(RecordColumns.WORKSPACE_ID));
        }
        return null;
    }

    private @Nullable RecordFault classify(RecordColumns columns, TrafficRecord record) {
        TrafficKind kind = TrafficKind.ofCode(columns.text(RecordColumns.KIND));
        if (kind == null) {
            return RecordFault.found(RejectionReason.UNKNOWN_KIND, "a known kind", columns.text(RecordColumns.KIND));
        }
        record.kind = kind;
        String subject = columns.text(RecordColumns.SUBJECT);
        if (kind == TrafficKind.TRIGGER && TriggerCause.weightOf(subject).isEmpty()) {
            return RecordFault.found(RejectionReason.BAD_SUBJECT, "a known trigger cause", subject);
        }
        if (kind.needsEntity() && columns.isEmpty(RecordColumns.ENTITY)) {
            return new RecordFault(
                    RejectionReason.MISSING_ENTITY, "Expected an entity for kind " + kind.code() + ", found none");
        }
        return null;
    }

    private @Nullable RecordFault measure(RecordColumns columns, TrafficRecord record) {
        TrafficKind kind = record.kind;
        record.count = columns.isEmpty(RecordColumns.ITEMS) ? 1 : number(columns, RecordColumns.ITEMS);
        if (record.count < 1) {
            return badNumber(RejectionReason.BAD_COUNT, " and at least 1", columns, RecordColumns.ITEMS);
        }
        long bytes = numberOrNothing(columns, RecordColumns.BYTES, kind.needsBytes());
        if (bytes == WholeNumber.NONE) {
            return badNumber(RejectionReason.BAD_BYTES, "", columns, RecordColumns.BYTES);
        }
        long seconds = numberOrNothing(columns, RecordColumns.SECONDS, kind.needsSeconds());
        if (seconds == WholeNumber.NONE) {
            return badNumber(RejectionReason.BAD_SECONDS, "", columns, RecordColumns.SECONDS);
        }
        record.bytes = kind.needsBytes() ? bytes : 0;
        record.seconds = kind.needsSeconds() ? seconds : 0;
        return null;
    }

    private void fingerprint(RecordColumns columns, TrafficRecord record) {
        TrafficKind kind = record.kind;
        record.subject = isDecidedBySubject(kind) ? subjects.codeOf(columns.text(RecordColumns.SUBJECT)) : 0;
        int id = RecordColumns.RECORD_ID;
        fingerprints.ofRecordId(columns.bytes(), columns.from(id), columns.to(id));
        record.idHigh = fingerprints.high();
        record.idLow = fingerprints.low();
        columns.fingerprint(RecordColumns.TIME, RecordColumns.SECONDS, fingerprints);
        record.contentHigh = fingerprints.high();
        record.contentLow = fingerprints.low();
        record.entityHigh = 0;
        record.entityLow = 0;
        if (kind.needsEntity()) {
            // A series is the pair of measurement and entity; any other entity is independent of the subject.
            int first = kind == TrafficKind.METRIC ? RecordColumns.SUBJECT : RecordColumns.ENTITY;
            columns.fingerprint(first, RecordColumns.ENTITY, fingerprints);
            record.entityHigh = fingerprints.high();
            record.entityLow = fingerprints.low();
        }
    }

    private static long number(RecordColumns columns, int column) {
        return WholeNumber.parse(columns.bytes(), columns.from(column), columns.to(column));
    }

    private static long numberOrNothing(RecordColumns columns, int column, boolean needed) {
        return columns.isEmpty(column) && !needed ? 0 : number(columns, column);
    }

    private static RecordFault badNumber(RejectionReason reason, String bound, RecordColumns columns, int column) {
        return RecordFault.found(reason, WholeNumber.EXPECTED + bound, columns.text(column));
    }
}
