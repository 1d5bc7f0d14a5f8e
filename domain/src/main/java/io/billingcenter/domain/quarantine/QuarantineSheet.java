package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.usage.RecordPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The file in which bad records are mended: one row for each, with its place, its reason, its bytes, and columns for the
 * record that is to stand in for it. A row counts when column {@code action} says {@code repair}.
 */
public final class QuarantineSheet {

    /** The workspace in whose folder it lies. */
    public static final String WORKSPACE = "workspace_id";

    /** The billing day in whose folder it lies. */
    public static final String DAY = "billing_day";

    /** The file in that folder. */
    public static final String FILE = "file";

    /** The line on which it begins; 0 stands for the whole file. */
    public static final String LINE = "line";

    /** The byte at which it begins, in the decompressed text. */
    public static final String OFFSET = "byte_offset";

    /** SHA-256 of its bytes as the database keeps them. */
    public static final String RAW_SHA256 = "raw_sha256";

    /** {@code repair} when the mended record is to be taken; empty to leave the bad one as it is. */
    public static final String ACTION = "action";

    /** What stands in column {@link #ACTION} of a row that counts. */
    public static final String REPAIR = "repair";

    /** The mended row where the bad one is a metering row: a JSON object on one line. */
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

    /** The columns in their order. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /** The columns of a mended traffic record, in the order of its fields. */
    public static List<String> repairedFields() {
        return REPAIRED_FIELDS;
    }

    /**
     * The cells of a row, not yet mended.
     *
     * @param raw the bytes of the record, as far as they are given
     * @param fields the fields of the record as far as they can be told; empty when they cannot
     * @param meteringRow the text of a metering row; empty when it is none, or no clean text
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
        cells.addAll(fields.size() == REPAIRED_FIELDS.size() ? fields : Collections.nCopies(REPAIRED_FIELDS.size(), ""));
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
