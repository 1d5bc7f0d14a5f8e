package io.billingcenter.domain.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verifies the rows in which quarantined records are exported. */
class QuarantineSheetTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
    private static final byte[] RAW = "r1,bad".getBytes(StandardCharsets.UTF_8);

    private static QuarantinedRecord quarantined(RecordPlace place, RejectionReason reason, byte[] raw) {
        return new QuarantinedRecord(
                DAY, new Rejection(place, reason, "expected this, found that", raw), List.of("b", "c"), false);
    }

    private static String cell(List<String> cells, String column) {
        return cells.get(QuarantineSheet.columns().indexOf(column));
    }

    @Test
    void aRowHasThePlaceTheReasonAndTheFieldsOfTheRecord() {
        QuarantinedRecord record = quarantined(new RecordPlace("a.csv", 7, 321), RejectionReason.BAD_TIME, RAW);
        List<String> fields = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
        List<String> cells = QuarantineSheet.cells(record, RawText.of(RAW, 10), fields, "");
        assertThat(cells).hasSameSizeAs(QuarantineSheet.columns());
        assertThat(cell(cells, QuarantineSheet.WORKSPACE)).isEqualTo("ws-1");
        assertThat(cell(cells, QuarantineSheet.DAY)).isEqualTo("2026-11-21");
        assertThat(cell(cells, QuarantineSheet.FILE)).isEqualTo("a.csv");
        assertThat(cell(cells, QuarantineSheet.LINE)).isEqualTo("7");
        assertThat(cell(cells, QuarantineSheet.OFFSET)).isEqualTo("321");
        assertThat(cell(cells, "reason")).isEqualTo("bad_time");
        assertThat(cell(cells, "meaning")).isEqualTo(RejectionReason.BAD_TIME.definition());
        assertThat(cell(cells, QuarantineSheet.RAW_SHA256)).isEqualTo(Digests.sha256(RAW));
        assertThat(cell(cells, "raw_bytes")).isEqualTo("10");
        assertThat(cell(cells, "raw_form")).isEqualTo("text");
        assertThat(cell(cells, "raw")).isEqualTo("r1,bad");
        assertThat(cell(cells, "repaired_by")).isEqualTo("b c");
        assertThat(cell(cells, QuarantineSheet.ACTION)).isEmpty();
        assertThat(QuarantineSheet.repairedFields().stream().map(field -> cell(cells, field)))
                .isEqualTo(fields);
        assertThat(cell(cells, QuarantineSheet.REPAIRED_ROW)).isEmpty();
    }

    @Test
    void aWholeFileHasNeitherAnOffsetNorBytes() {
        QuarantinedRecord file = quarantined(RecordPlace.wholeFile("a.csv"), RejectionReason.BAD_HEADER, new byte[0]);
        assertThat(file.isWholeFile()).isTrue();
        List<String> cells = QuarantineSheet.cells(file, RawText.of(new byte[0], -1), List.of(), "");
        assertThat(cell(cells, QuarantineSheet.LINE)).isEqualTo("0");
        assertThat(cell(cells, QuarantineSheet.OFFSET)).isEmpty();
        assertThat(cell(cells, QuarantineSheet.RAW_SHA256)).isEmpty();
        assertThat(cell(cells, "raw_bytes")).isEmpty();
    }

    @Test
    void fieldsThatCannotBeDeterminedAreEmpty() {
        QuarantinedRecord record = quarantined(new RecordPlace("a.ndjson", 1, 0), RejectionReason.MALFORMED, RAW);
        assertThat(record.isWholeFile()).isFalse();
        List<String> cells = QuarantineSheet.cells(record, RawText.of(RAW, -1), List.of("1", "2"), "{}");
        assertThat(QuarantineSheet.repairedFields().stream().map(field -> cell(cells, field)))
                .isEqualTo(Collections.nCopies(9, ""));
        assertThat(cell(cells, QuarantineSheet.REPAIRED_ROW)).isEqualTo("{}");
        assertThat(cell(cells, "raw_bytes")).isEmpty();
    }

    @Test
    void rejectionsAreEqualIfTheirBytesAre() {
        RecordPlace place = new RecordPlace("a.csv", 7, 321);
        Rejection rejection = new Rejection(place, RejectionReason.BAD_TIME, "detail", RAW);
        assertThat(rejection)
                .isEqualTo(new Rejection(place, RejectionReason.BAD_TIME, "detail", RAW.clone()))
                .hasSameHashCodeAs(new Rejection(place, RejectionReason.BAD_TIME, "detail", RAW.clone()))
                .isNotEqualTo(new Rejection(place, RejectionReason.BAD_TIME, "detail", new byte[] {1}))
                .isNotEqualTo(new Rejection(place, RejectionReason.BAD_TIME, "other", RAW))
                .isNotEqualTo(new Rejection(place, RejectionReason.BAD_COUNT, "detail", RAW))
                .isNotEqualTo(new Rejection(RecordPlace.wholeFile("a.csv"), RejectionReason.BAD_TIME, "detail", RAW))
                .isNotEqualTo("a.csv");
        assertThat(rejection).hasToString("a.csv:7 (byte 321) bad_time: detail");
        assertThat(RecordPlace.wholeFile("a.csv")).hasToString("a.csv");
    }
}
