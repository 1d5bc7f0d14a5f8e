package io.billingcenter.readers.files.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.quarantine.QuarantineSheet;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.quarantine.RawText;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported records are read back unchanged, whatever their content. */
class RepairedFileReaderTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
    private static final List<String> FIELDS =
            List.of("r-1", "2026-11-21T08:00:00Z", "ws-1", "log", "a, \"b\"\r\nc", "e", "1", "2", "3");

    @TempDir
    private Path folder;

    static Stream<byte[]> nastyBytes() {
        return Stream.of(
                        "plain,1",
                        "\"quoted \"\"twice\"\"\",x",
                        "line\nfeeds\n\"inside\n\"",
                        "\r\n",
                        "nul\0nul",
                        "\ufeffmark",
                        "x".repeat(1 << 20),
                        "\",".repeat(1 << 19),
                        "repair")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("nastyBytes")
    void theBadRecordIsKnownAgain(byte[] raw) throws IOException {
        assertOriginal(raw);
    }

    @Test
    void alsoWhenItIsNoText() throws IOException {
        assertOriginal(new byte[] {(byte) 0xFF, 0, '"', ',', '\n', (byte) 0xC3});
    }

    private void assertOriginal(byte[] raw) throws IOException {
        List<RepairedRecord> repaired = RepairedFileReader.read(sheet(row(raw, QuarantineSheet.REPAIR)));
        assertThat(repaired).hasSize(1);
        RepairedRecord record = repaired.get(0);
        assertThat(record.original().workspaceDay()).isEqualTo(DAY);
        assertThat(record.original().place()).isEqualTo(new RecordPlace("a,\"b.csv", 7, 70));
        assertThat(record.original().rawSha256()).isEqualTo(Digests.sha256(raw));
        assertThat(record.text()).isEqualTo("r-1,2026-11-21T08:00:00Z,ws-1,log,\"a, \"\"b\"\"\r\nc\",e,1,2,3");
        assertThat(record.time()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void onlyRowsThatAreToBeRepairedCount() throws IOException {
        byte[] raw = {'x'};
        Path sheet = sheet(row(raw, ""), row(raw, " repair "), row(raw, ""), row(raw, "repair"));
        assertThat(RepairedFileReader.read(sheet))
                .extracting(RepairedRecord::line)
                .hasSize(2);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        Path sheet = sheet(row(new byte[] {'x'}, "repair"));
        Files.writeString(sheet, "\ufeff" + Files.readString(sheet));
        assertThat(RepairedFileReader.read(sheet)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            action       | mend      | column action: expected 'repair', or nothing for a record that stays as it is
            workspace_id | ../x      | column workspace_id: expected the exported value
            billing_day  | 21.11.26  | column billing_day: expected a day like 2026-11-21
            line         | 7.0       | column line: expected the exported value, found '7.0'
            line         | 0         | column line: expected a record: a file quarantined as a whole
            byte_offset  |           | column byte_offset: expected the exported value
            mended_row   | {}        | column mended_row: expected nothing: the quarantined record is not a metering row
            file         | a.ndjson  | column mended_record_id: expected nothing: the quarantined record is a metering row
            """)
    void refusesInvalidCells(String column, String text, String expected) throws IOException {
        List<String> cells = row(new byte[] {'x'}, "repair");
        cells.set(QuarantineSheet.columns().indexOf(column), text == null ? "" : text);
        refused(sheet(cells), expected);
    }

    @Test
    void anEmptyRecord() throws IOException {
        List<String> cells = row(new byte[] {'x'}, "repair");
        QuarantineSheet.repairedFields()
                .forEach(field -> cells.set(QuarantineSheet.columns().indexOf(field), ""));
        refused(sheet(cells), "expected a repaired record, since the action is repair");
    }

    @Test
    void rowsAndHeadersThatAreNotThoseOfTheSheet() throws IOException {
        refused(sheet(List.of("a", "b")), "line 2: expected 24 columns, found '2 columns'");
        refused(Files.writeString(folder.resolve("b.csv"), "a;b\n"), "expected the header workspace_id,");
        refused(Files.write(folder.resolve("c.csv"), new byte[] {(byte) 0xFF, 'x'}), "expected text in UTF-8");
    }

    private static void refused(Path sheet, String expected) {
        assertThatThrownBy(() -> RepairedFileReader.read(sheet))
                .isInstanceOf(InvalidRepairException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining("Nothing was written");
    }

    private static List<String> row(byte[] raw, String action) {
        Rejection rejection =
                new Rejection(new RecordPlace("a,\"b.csv", 7, 70), RejectionReason.MALFORMED, "Expected \"x\"", raw);
        List<String> cells = new ArrayList<>(QuarantineSheet.cells(
                new QuarantinedRecord(DAY, rejection, List.of(), false), RawText.of(raw, raw.length), FIELDS, ""));
        cells.set(QuarantineSheet.columns().indexOf(QuarantineSheet.ACTION), action);
        return cells;
    }

    @SafeVarargs
    private Path sheet(List<String>... rows) throws IOException {
        StringBuilder text = new StringBuilder(csv(QuarantineSheet.columns())).append("\r\n");
        for (List<String> row : rows) {
            text.append(csv(row)).append("\r\n");
        }
        return Files.writeString(folder.resolve("sheet.csv"), text);
    }

    private static String csv(List<String> fields) {
        return fields.stream()
                .map(field -> field.matches("(?s).*[,\"\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                .collect(Collectors.joining(","));
    }
}
