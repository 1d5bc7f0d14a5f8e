package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.usage.RecordPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The CSV layout in which quarantined records are exported for repair: one row per record with its place, reason and
 * bytes, and columns for the repaired record. A row takes effect if its column {@code action} contains {@code repair}.
 */
public final class QuarantineSheet {

    /** The workspace in whose folder the file is. */
    public static final String WORKSPACE = "workspace_id";

    /** The billing day in whose folder the file is. */
    public static final String DAY = "billing_day";

    /** The name of the file in that folder. */
    public static final String FILE = "file";

    /** The line number of the record; 0 for the whole file. */
    public static final String LINE = "line";

    /** The byte offset of the record in the decompressed text. */
    public static final String OFFSET = "byte_offset";

    /** The SHA-256 digest of the bytes stored in the database. */
    public static final String RAW_SHA256 = "raw_sha256";

    /** The action: {@code repair} to use the repaired record, or empty to leave the record in quarantine. */
    public static final String ACTION = "action";

    /** The value of column {@link #ACTION} in a row that takes effect. */
    public static final String REPAIR = "repair";

    /** The repaired row if the record is a metering row: a JSON object on one line. */
    public static final String REPAIRED_ROW = "mended_row";

    private static final List<String> REPAIRED_FIELDS = List.of(
            "mended_record_id",
            "mended_time",
            "mended_workspace_id",
            "mended_kind",
            "mended_subject",
            "mended_entity",
            "mended_count",
            "mended_bytes",
            "mended_seconds");

    private static final List<String> COLUMNS = columnsInOrder();

    private QuarantineSheet() {}

    /** Returns the columns in their order. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /** Returns the columns of a repaired traffic record, in the order of its fields. */
    public static List<String> repairedFields() {
        return REPAIRED_FIELDS;
    }

    /**
     * Returns the cells of a row that has not been repaired yet.
     *
     * @param raw bytes of the record, as far as they are stored
     * @param fields fields of the record; empty if they cannot be determined
     * @param meteringRow text of a metering row; empty for other records and for text that is not clean
     */
    public static List<String> cells(QuarantinedRecord bad, RawText raw, List<String> fields, String meteringRow) {
        RecordPlace place = bad.rejection().place();
        List<String> cells = new ArrayList<>(List.of(
                bad.workspaceDay().workspace().value(),
                bad.workspaceDay().day().toString(),
                place.file(),
                Long.toString(place.line()),
                bad.isWholeFile() ? "" : Long.toString(place.offset()),
                bad.rejection().reason().code(),
                bad.rejection().reason().definition(),
                bad.rejection().detail(),
                bad.isWholeFile() ? "" : Digests.sha256(bad.rejection().raw()),
                bad.isWholeFile() ? "" : raw.length(),
                raw.form(),
                raw.cell(),
                String.join(" ", bad.repairFiles()),
                ""));
        cells.addAll(
                fields.size() == REPAIRED_FIELDS.size() ? fields : Collections.nCopies(REPAIRED_FIELDS.size(), ""));
        cells.add(meteringRow);
        return cells;
    }

    private static List<String> columnsInOrder() {
        List<String> columns = new ArrayList<>(List.of(
                WORKSPACE,
                DAY,
                FILE,
                LINE,
                OFFSET,
                "reason",
                "meaning",
                "expected_and_found",
                RAW_SHA256,
                "raw_bytes",
                "raw_form",
                "raw",
                "repaired_by",
                ACTION));
        columns.addAll(REPAIRED_FIELDS);
        columns.add(REPAIRED_ROW);
        return List.copyOf(columns);
    }
}
