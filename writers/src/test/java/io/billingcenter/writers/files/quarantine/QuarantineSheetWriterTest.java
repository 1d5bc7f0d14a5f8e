package io.billingcenter.writers.files.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.quarantine.RawText;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet of quarantined records has every byte of them and appears only as a whole. */
class QuarantineSheetWriterTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-11-21"));
    private static final List<String> FIELDS =
            List.of("id-1", "2026-11-21T00:00:00Z", "w1", "sms", "", "", "0", "", "");

    @TempDir
    private Path folder;

    @Test
    void aRowHasThePlaceTheReasonAndTheFieldsToBeRepaired() throws IOException {
        String raw = "id-1,2026-11-21T00:00:00Z,w1,sms,,,0,,";
        NamedCsvRecord row = written(bad(7, 300, raw.getBytes(StandardCharsets.UTF_8)), FIELDS, "");
        assertThat(row.getField("workspace_id")).isEqualTo("w1");
        assertThat(row.getField("billing_day")).isEqualTo("2026-11-21");
        assertThat(row.getField("line")).isEqualTo("7");
        assertThat(row.getField("byte_offset")).isEqualTo("300");
        assertThat(row.getField("raw")).isEqualTo(raw);
        assertThat(row.getField("raw_form")).isEqualTo("text");
        assertThat(row.getField("raw_sha256")).isEqualTo(Digests.sha256(raw));
        assertThat(row.getField("action"))
                .as("nothing is repaired by opening the sheet")
                .isEmpty();
        assertThat(row.getField("mended_count")).isEqualTo("0");
        assertThat(row.getField("mended_seconds")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void everyReasonIsExplained(RejectionReason reason) throws IOException {
        Rejection rejection = new Rejection(new RecordPlace("a.csv", 7, 300), reason, "detail", new byte[] {65});
        NamedCsvRecord row = written(new QuarantinedRecord(DAY, rejection, List.of(), false), List.of(), "");
        assertThat(row.getField("reason")).isEqualTo(reason.code());
        assertThat(row.getField("meaning")).isEqualTo(reason.definition()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uFEFFa", "a\rb", "\u0007", "\u007F"})
    void bytesThatASpreadsheetWouldChangeAreEncoded(String text) throws IOException {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        NamedCsvRecord row = written(bad(7, 300, raw), List.of(), "");
        assertThat(row.getField("raw_form")).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(row.getField("raw"))).isEqualTo(raw);
    }

    @Test
    void allBytesSurvive() throws IOException {
        byte[] raw = new byte[256];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) i;
        }
        NamedCsvRecord row = written(bad(7, 300, raw), List.of(), "");
        assertThat(Base64.getDecoder().decode(row.getField("raw"))).isEqualTo(raw);
        assertThat(row.getField("raw_bytes")).isEqualTo("256");
    }

    @Test
    void aFieldListOfAnotherLengthIsLeftOut() throws IOException {
        NamedCsvRecord row = written(bad(7, 300, new byte[] {65}), List.of("only", "two"), "");
        assertThat(row.getFields()).doesNotContain("only", "two");
    }

    @Test
    void aWholeFileHasNoBytesOfItsOwn() throws IOException {
        NamedCsvRecord row = written(bad(0, 0, new byte[0]), List.of(), "");
        assertThat(row.getField("line")).isEqualTo("0");
        assertThat(List.of(row.getField("byte_offset"), row.getField("raw_sha256"), row.getField("raw_bytes")))
                .containsOnly("");
    }

    @Test
    void aMeteringRowIsOneCell() throws IOException {
        String json = "{\"project\":\"ts\",\"count\":\"1\",\"note\":\"a \"\"quoted\"\" text\"}";
        assertThat(written(bad(3, 40, json.getBytes(StandardCharsets.UTF_8)), List.of(), json)
                        .getField("mended_row"))
                .isEqualTo(json);
    }

    @Test
    void withoutFinishThereIsNoFile() throws IOException {
        Path path = folder.resolve("sheet.csv");
        try (QuarantineSheetWriter writer = new QuarantineSheetWriter(path)) {
            writer.add(bad(7, 300, new byte[] {65}), RawText.of(new byte[] {65}, 1), FIELDS, "");
            assertThat(writer.rows()).isEqualTo(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private NamedCsvRecord written(QuarantinedRecord bad, List<String> fields, String meteringRow) throws IOException {
        Path path = folder.resolve("sheet.csv");
        Files.deleteIfExists(path);
        try (QuarantineSheetWriter writer = new QuarantineSheetWriter(path)) {
            byte[] raw = bad.rejection().raw();
            writer.add(bad, RawText.of(raw, raw.length), fields, meteringRow);
            writer.finish();
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            return reader.stream().findFirst().orElseThrow();
        }
    }

    private static QuarantinedRecord bad(long line, long offset, byte[] raw) {
        Rejection rejection = new Rejection(
                new RecordPlace("a.csv", line, offset), RejectionReason.BAD_COUNT, "expected 1, found 0", raw);
        return new QuarantinedRecord(DAY, rejection, List.of(), false);
    }
}
