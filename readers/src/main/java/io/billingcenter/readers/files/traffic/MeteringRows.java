package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold.Outcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DaySpan;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringProject.Statistic;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Folds hourly metering rows (billing rules 1.4): NDJSON, one object per line, numbers as strings or integers.
 *
 * <pre>
 * {"time":1763683200000,"__docid":"m-1","workspaceUUID":"wksp_1","project":"logging","sub_project":"default","hour_count":"420"}
 * {"time":"1763683200000","__docid":"m-2","workspaceUUID":"wksp_1","project":"ts","count":6000}
 * </pre>
 *
 * <p>The first fault in the order __docid, time, workspaceUUID, project, number is reported. Other fields only count as
 * content.
 */
final class MeteringRows {

    private static final String ID = "__docid";
    private static final String TIME = "time";
    private static final String WORKSPACE = "workspaceUUID";
    private static final String PROJECT = "project";
    private static final String SUB_PROJECT = "sub_project";
    private static final String RUNNING_TOTAL = "count";
    private static final String INCREMENT = "hour_count";

    private final List<WorkspaceDayFold> folds;
    private final String workspace;
    private final BillingDay day;
    private final DaySpan span;
    private final Fingerprints fingerprints = new Fingerprints();
    private final FoldListener listener;

    /**
     * Creates a fold of rows of one workspace-day.
     *
     * @param folds folds of the whole day or of different slices; each receives every row
     */
    MeteringRows(List<WorkspaceDayFold> folds, FoldListener listener) {
        WorkspaceDayFold any = folds.get(0);
        this.folds = folds;
        this.listener = listener;
        this.workspace = any.workspaceDay().workspace().value();
        this.day = any.workspaceDay().day();
        this.span = any.terms().span();
    }

    void fold(RecordSplitter rows, String file) throws IOException {
        rows.skipByteOrderMark();
        while (rows.next()) {
            RecordFault fault = RecordFault.ofGrammar(rows);
            if (fault == null) {
                fault = accept(rows, file);
                listener.folded(file, rows.line(), rows.offset());
            }
            if (fault != null) {
                Rejection rejection = fault.of(rows, file);
                folds.forEach(fold -> fold.reject(rejection));
            }
        }
    }

    /** Returns the time of a row in milliseconds since 1970, or {@link WholeNumber#NONE}. */
    static long timeOf(JsonNode row) {
        return number(row.path(TIME));
    }

    /** Returns the workspace of a row; empty if it has none. */
    static String workspaceOf(JsonNode row) {
        return row.path(WORKSPACE).stringValue("");
    }

    private @Nullable RecordFault accept(RecordSplitter line, String file) {
        String text = new String(line.bytes(), line.start(), line.end() - line.start(), StandardCharsets.UTF_8);
        JsonNode row;
        try {
            row = JsonValue.parse(text);
        } catch (IllegalArgumentException e) {
            return RecordFault.found(
                    RejectionReason.MALFORMED, "a JSON object on a line", String.valueOf(e.getMessage()));
        }
        RecordFault fault = firstFault(row, text);
        if (fault != null) {
            return fault;
        }
        MeteringRow taken = taken(row, line);
        for (WorkspaceDayFold fold : folds) {
            if (fold.accept(taken) == Outcome.CONFLICT) {
                fold.reject(RecordFault.conflictWith(fold.conflictingPlace()).of(line, file));
            }
        }
        return null;
    }

    private @Nullable RecordFault firstFault(JsonNode row, String text) {
        if (!row.isObject()) {
            return RecordFault.found(RejectionReason.MALFORMED, "a JSON object on a line", text);
        }
        JsonNode subProject = row.path(SUB_PROJECT);
        if (!isAbsent(subProject) && !subProject.isString()) {
            return RecordFault.found(RejectionReason.MALFORMED, "a text as " + SUB_PROJECT, subProject.toString());
        }
        byte[] id = row.path(ID).stringValue("").getBytes(StandardCharsets.UTF_8);
        if (!RecordRules.isRecordId(id, 0, id.length)) {
            return RecordRules.badRecordId(shown(row.path(ID)));
        }
        RecordFault fault = faultOfTime(row.path(TIME));
        if (fault == null && !row.path(WORKSPACE).stringValue("").equals(workspace)) {
            fault = RecordFault.found(
                    RejectionReason.WRONG_WORKSPACE, "workspace " + workspace, shown(row.path(WORKSPACE)));
        }
        return fault == null ? faultOfFigure(row) : fault;
    }

    private @Nullable RecordFault faultOfTime(JsonNode time) {
        long millis = number(time);
        if (millis == WholeNumber.NONE) {
            return RecordFault.found(RejectionReason.BAD_TIME, "milliseconds since 1970 as an integer", shown(time));
        }
        boolean inside = span.contains(Instant.ofEpochMilli(millis));
        return inside ? null : RecordFault.found(RejectionReason.OUTSIDE_DAY, "a time in " + day, shown(time));
    }

    private @Nullable RecordFault faultOfFigure(JsonNode row) {
        Optional<MeteringProject> project = projectOf(row);
        if (project.isEmpty()) {
            return RecordFault.found(RejectionReason.UNKNOWN_KIND, "a known project", shown(row.path(PROJECT)));
        }
        if (figure(row, project.get()) == WholeNumber.NONE) {
            String field = figureField(project.get());
            return RecordFault.found(
                    RejectionReason.BAD_COUNT, field + " as " + WholeNumber.EXPECTED, shown(row.path(field)));
        }
        return null;
    }

    private MeteringRow taken(JsonNode row, RecordSplitter line) {
        byte[] id = row.path(ID).stringValue().getBytes(StandardCharsets.UTF_8);
        fingerprints.ofRecordId(id, 0, id.length);
        long idHigh = fingerprints.high();
        long idLow = fingerprints.low();
        fingerprints.ofUnits(JsonValue.canonical(row));
        MeteringProject project = projectOf(row).orElseThrow();
        return new MeteringRow(
                idHigh,
                idLow,
                fingerprints.high(),
                fingerprints.low(),
                row.path(PROJECT).stringValue(),
                project,
                row.path(SUB_PROJECT).stringValue(""),
                span.hourOf(Instant.ofEpochMilli(number(row.path(TIME)))),
                figure(row, project),
                line.line(),
                line.offset());
    }

    private static Optional<MeteringProject> projectOf(JsonNode row) {
        return MeteringProject.ofName(row.path(PROJECT).stringValue(""));
    }

    private static String figureField(MeteringProject project) {
        return project.statistic() == Statistic.FULL ? RUNNING_TOTAL : INCREMENT;
    }

    /** Returns the number that counts, or {@link WholeNumber#NONE}; 0 if the project is not charged and needs none. */
    private static long figure(JsonNode row, MeteringProject project) {
        return project.measure() == null ? 0 : number(row.path(figureField(project)));
    }

    private static long number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() && value.longValue() >= 0 ? value.longValue() : WholeNumber.NONE;
        }
        byte[] digits = value.stringValue("").getBytes(StandardCharsets.UTF_8);
        return WholeNumber.parse(digits, 0, digits.length);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
